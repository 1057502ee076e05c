// One event on one thread, inside one transaction: step the policy, save, carry out its orders.
import { type Refusal, step, type Thread, type ThreadEvent } from '../policy/index.ts'
import { carryOut } from './orders.ts'
import type { Work } from './work.ts'

export interface Applied {
  thread: Thread
  refusal: Refusal | null
}

/**
 * Applies an event and everything that follows from it.
 * @param by 'policy', or the id of the person behind the event.
 */
export async function applyEvent(
  work: Work,
  thread: Thread,
  event: ThreadEvent,
  by = 'policy',
): Promise<Applied> {
  const settings = work.pages.get(thread.pageId)
  if (!settings)
    return { thread, refusal: { kind: 'notAllowed', reason: `Page ${thread.pageId} is not set up.` } }
  const next = step(thread, event, { now: work.now, settings })
  await work.tx.saveThread(next.thread)
  let current = next.thread
  for (const order of next.orders) {
    const undone = await carryOut(work, current, settings, order, by)
    if (undone) current = (await applyEvent(work, current, undone)).thread
  }
  if (!work.news.some((item) => item.kind === 'thread' && item.threadId === thread.id))
    work.news.push({ kind: 'thread', threadId: thread.id, pageId: thread.pageId })
  return { thread: current, refusal: next.refusal }
}
