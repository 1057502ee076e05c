// When a customer can be called back: pieces of the desk's open time, soon enough to be of use.
import { type Interval, openTimesFrom } from './calendar.ts'
import type { PageSettings } from './settings.ts'

const pieceMs = 2 * 3_600_000
/** A call is not promised within this time. */
const noticeMs = 30 * 60_000
const mostPieces = 12
/** What is left of a slot is offered when it is at least this long. */
const leastMs = 30 * 60_000

/** @returns at most twelve pieces of two hours or less, the earliest first; none where the desk never opens. */
export function callTimes(settings: PageSettings, now: number): Interval[] {
  const from = now + noticeMs
  const pieces: Interval[] = []
  for (const open of openTimesFrom(from, settings)) {
    for (let at = open.from; at < open.until; at += pieceMs) {
      const piece = { from: at, until: Math.min(at + pieceMs, open.until) }
      if (piece.until - Math.max(piece.from, from) >= leastMs) pieces.push(piece)
      if (pieces.length === mostPieces) return pieces
    }
  }
  return pieces
}
