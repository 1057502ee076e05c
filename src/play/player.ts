// Plays events through the real line under a clock that moves only when told.
import type { Line } from '../flow/index.ts'
import type { Incoming, Store } from '../ports/index.ts'
import type { ManualClock } from './manual-clock.ts'

export interface Player {
  /** Lives until `at`: whatever falls due before happens at its own moment. */
  until(at: number): Promise<void>
  /** Lives until the event's moment, then takes it in and drains the line. */
  take(incoming: Incoming): Promise<void>
}

/** More wake-ups than this without the clock moving is a rule that never rests. */
const mostRoundsAtOnce = 1_000

export function createPlayer(line: Line, store: Pick<Store, 'read'>, clock: ManualClock): Player {
  async function until(at: number): Promise<void> {
    let rounds = 0
    let last = clock.now()
    for (;;) {
      const due = await store.read((tx) => tx.nextDue())
      if (due === null || due > at) break
      clock.moveTo(due)
      rounds = clock.now() === last ? rounds + 1 : 0
      if (rounds > mostRoundsAtOnce)
        throw new Error(`Something stays due at ${new Date(due).toISOString()} and is never done.`)
      last = clock.now()
      await line.drain()
    }
    clock.moveTo(at)
  }
  return {
    until,
    async take(incoming) {
      await until(incoming.at)
      await line.takeInAndWatch([incoming])
      await line.drain()
    },
  }
}
