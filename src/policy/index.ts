// The face of the policy: threads, events, orders, and the machine that turns one into the next.
export type * from './event.ts'
export type * from './order.ts'
export type * from './people.ts'
export type * from './settings.ts'
export type * from './suggestion.ts'
export { suggestionKinds } from './suggestion.ts'
export type * from './thread.ts'
