// What the knowledge keeps, as the store sees it.
export type { Entry } from '../../knowledge/index.ts'
