// The earliest moment at which time alone changes something on a thread.
import { wantsHuman } from './alerts.ts'
import type { StepContext } from './change.ts'
import { acknowledgeAt, nearMoments, windowEnd } from './clocks.ts'
import { settleAt } from './settle.ts'
import { mayAcknowledge } from './situation.ts'
import type { Thread } from './thread.ts'

/** ms since the epoch; null when only an event can change something. Always after `now`: what is due was done. */
export function wakeAt(thread: Thread, { now, settings }: StepContext): number | null {
  const moments = [
    thread.suggestion?.automaticAt ?? null,
    mayAcknowledge(thread) ? acknowledgeAt(thread, settings) : null,
    thread.state === 'waiting' ? windowEnd(thread, settings) : null,
    settleAt(thread, settings),
    ...(wantsHuman(thread) ? nearMoments(thread, settings).map(({ at }) => at) : []),
  ]
  const ahead = moments.filter((at): at is number => at !== null && at > now)
  return ahead.length === 0 ? null : Math.min(...ahead)
}
