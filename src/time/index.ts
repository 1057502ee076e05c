// The face of time: the real clock, the driver of the line, public holidays.
export { systemClock } from './clock.ts'
export { publicHolidays } from './holidays.ts'
export { type Scheduler, startScheduler } from './scheduler.ts'
