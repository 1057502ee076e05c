// After long silence a thread is settled; what still waits for a human is not.
import type { Change, StepContext } from './change.ts'
import type { PageSettings } from './settings.ts'
import type { Thread } from './thread.ts'

export function settleWhenSilent(thread: Thread, { now, settings }: StepContext): Change {
  const at = settleAt(thread, settings)
  if (at === null || now < at) return { thread, orders: [] }
  const why = { rule: 'settled', sentence: 'Nobody has posted for long: the thread is settled.' }
  return { thread: { ...thread, settledAt: now }, orders: [{ kind: 'note', why, by: null }] }
}

/** What the asker called solved is settled at once; a new post opens it again. */
export function settleSolved(thread: Thread, { now }: StepContext): Change {
  const settles = thread.state === 'settled' && thread.settledAt === null
  return { thread: settles ? { ...thread, settledAt: now } : thread, orders: [] }
}

/** When silence settles this thread; null while something is open, or it is settled. */
export function settleAt(thread: Thread, settings: PageSettings): number | null {
  if (thread.settledAt !== null || thread.suggestion !== null || thread.crisis !== null || thread.judgeWanted)
    return null
  if (!['waiting', 'answered', 'handedOver'].includes(thread.state)) return null
  if (thread.acts.some(({ state }) => state === 'posting' || state === 'unknown')) return null
  const last = thread.posts.reduce((latest, { at }) => Math.max(latest, at), thread.openedAt)
  return last + settings.settleAfterMs
}
