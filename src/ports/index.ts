// The face of the ports: types only, nothing here runs.
export type * from './channel.ts'
export type * from './clock.ts'
export type * from './http.ts'
export type * from './ids.ts'
export type * from './log.ts'
export type * from './models.ts'
export type * from './news.ts'
export type * from './store.ts'
