// The face of the policy: threads, events, orders, and the machine that turns one into the next.
import { rules } from './rules/index.ts'

export { humanReply } from './answered.ts'
export { brakeOn } from './braked.ts'
export { backAt, type Interval, isOpen, localDate } from './calendar.ts'
export { callTimes } from './call-times.ts'
export type { StepContext } from './change.ts'
export { compareQueue, type Deadlines, deadlines, firstLimits } from './clocks.ts'
export { referenceOf } from './deliver.ts'
export type * from './event.ts'
export { type Step, step } from './machine.ts'
export { defaultSettings, openThread } from './open.ts'
export type * from './order.ts'
export type * from './people.ts'
export { privateMeansAt } from './private-means.ts'
export type * from './settings.ts'
export { busyHour, type Opening, type PageHistory, type Spike, spikeIn, usualHours } from './spike.ts'
export type * from './suggestion.ts'
export { suggestionKinds } from './suggestion.ts'
export type * from './thread.ts'

/** The rules in the order in which they are asked. */
export function rulesByRank(): readonly { name: string; sentence: string }[] {
  return rules.map(({ name, sentence }) => ({ name, sentence }))
}
