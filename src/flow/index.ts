// The face of the flow: the line through the house, and the desk that decides.
export type * from './desk.ts'
