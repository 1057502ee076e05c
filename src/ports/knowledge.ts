// What the knowledge keeps, as the store sees it.
export type { Assessment, Entry, Span } from '../../knowledge/index.ts'
