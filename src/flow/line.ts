// ** OPEN SECOND ** The line through the house: its stations in their order, and how they are driven.
import type { TakeIn } from '../ports/index.ts'
import type { FlowDeps } from './deps.ts'
import { createInbox } from './inbox.ts'
import { readBack, recover, send } from './outbox.ts'
import { suggest } from './suggest.ts'
import { wake } from './wake.ts'
import { watch } from './watch.ts'

export interface Line {
  /** Takes events in; resolves once they are durable. */
  takeIn: TakeIn
  /** Takes events in; resolves once they are durable and the policy has seen them (the built-in page shows them then). */
  takeInAndWatch: TakeIn
  /** One round of all stations; returns how many things were done, 0 when nothing is due. */
  round(): Promise<number>
  /** Rounds until nothing is due now. */
  drain(): Promise<void>
  /** Tells after each commit of new events, so that whoever drives the line need not wait for its next look. */
  onKept(listener: () => void): void
  /** To be called once before the first round: replies left mid-way by a stop are of unknown fate. */
  recover(): Promise<void>
}

export function createLine(deps: FlowDeps): Line {
  let kept = () => {}
  const takeIn = createInbox(deps, () => kept())
  const watchAll = oneAtATime(async () => {
    while ((await watch(deps)) > 0);
  })

  async function round(): Promise<number> {
    let done = 0
    done += await watch(deps) //    2 the policy judges what came in
    done += await suggest(deps) //  3 the knowledge looks, the policy decides, words are drafted
    done += await wake(deps) //     - clocks that ran out
    done += await readBack(deps) // 5 replies of unknown fate are looked for
    done += await send(deps) //     5 what is due goes out, once
    return done
  }

  return {
    takeIn,
    async takeInAndWatch(events) {
      const taken = await takeIn(events)
      await watchAll()
      return taken
    },
    round: oneAtATime(round),
    drain: async () => {
      while ((await round()) > 0);
    },
    onKept: (listener) => {
      kept = listener
    },
    recover: () => recover(deps, true),
  }
}

/** Calls made while one is running share the run that follows it. */
function oneAtATime<T>(work: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | null = null
  let next: Promise<T> | null = null
  const start = (): Promise<T> => {
    next = null
    running = work().finally(() => {
      running = null
    })
    return running
  }
  return () => {
    if (!running) return start()
    next ??= running.then(start, start)
    return next
  }
}
