// A clock that moves only when told: a week passes in a second.
import type { Clock } from '../ports/index.ts'

export interface ManualClock extends Clock {
  /** Never backwards. */
  moveTo(at: number): void
}

export function createManualClock(start: number): ManualClock {
  let at = start
  return {
    now: () => at,
    moveTo(next) {
      at = Math.max(at, next)
    },
  }
}
