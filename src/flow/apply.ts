// One event on one thread, inside one transaction: step the policy, save, carry out its orders.
import type { Knowledge } from '../../knowledge/index.ts'
import { type PageSettings, type Refusal, step, type Thread, type ThreadEvent } from '../policy/index.ts'
import type { NewsItem, StoreTransaction } from '../ports/index.ts'
import type { FlowDeps } from './deps.ts'
import { carryOut } from './orders.ts'

/** A transaction with what it needs around it; `news` is told after the commit, never before. */
export interface Work {
  tx: StoreTransaction
  deps: FlowDeps
  knowledge: Knowledge
  pages: ReadonlyMap<string, PageSettings>
  now: number
  news: NewsItem[]
}

/** Runs `work` in one transaction and publishes its news once it is committed. */
export async function inTransaction<T>(deps: FlowDeps, work: (work: Work) => Promise<T>): Promise<T> {
  const knowledge = await deps.brain.current()
  let news: NewsItem[] = []
  const result = await deps.store.transaction(async (tx) => {
    news = [] // the store may run this again after a deadlock
    const settings = await tx.settings()
    const pages = new Map(settings.map((page) => [page.pageId, page]))
    return work({ tx, deps, knowledge, pages, now: deps.clock.now(), news })
  })
  for (const item of news) deps.news.publish(item)
  return result
}

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
