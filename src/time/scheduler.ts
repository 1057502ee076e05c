// Drives the line: at once when something came in, else when the next thing falls due. It holds no plan of its own.
import type { Clock, Log, Store } from '../ports/index.ts'

/** However far the next due moment is, look again after this: another instance may have brought it forward. */
const longestSleepMs = 15_000
const shortestSleepMs = 25
const afterErrorMs = 2_000

export interface Scheduler {
  /** Something changed: look now. */
  kick(): void
  /** Resolves when the round under way is over. */
  stop(): Promise<void>
}

export interface SchedulerOptions {
  /** One round of the line; returns how many things were done. */
  round(): Promise<number>
  store: Pick<Store, 'read'>
  clock: Clock
  log: Log
}

export function startScheduler({ round, store, clock, log }: SchedulerOptions): Scheduler {
  let stopped = false
  let kicked = false
  let wakeUp: (() => void) | null = null

  const sleep = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms)
      wakeUp = () => {
        clearTimeout(timer)
        resolve()
      }
    })

  async function untilDue(): Promise<number> {
    const due = await store.read((tx) => tx.nextDue())
    return due === null
      ? longestSleepMs
      : Math.min(longestSleepMs, Math.max(shortestSleepMs, due - clock.now()))
  }

  async function run(): Promise<void> {
    while (!stopped) {
      kicked = false
      try {
        if ((await round()) > 0) continue
        const ms = await untilDue()
        if (!kicked && !stopped) await sleep(ms)
      } catch (error) {
        log.error('A round of the line failed; it will be tried again.', { error: String(error) })
        await sleep(afterErrorMs)
      }
    }
  }

  const running = run()
  return {
    kick() {
      kicked = true
      wakeUp?.()
    },
    async stop() {
      stopped = true
      wakeUp?.()
      await running
    },
  }
}
