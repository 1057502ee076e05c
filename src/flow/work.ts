// One transaction with what a station needs around it; what happened in it is told only after its commit.
import type { Knowledge } from '../../knowledge/index.ts'
import type { PageSettings } from '../policy/index.ts'
import type { NewsItem, StoreTransaction } from '../ports/index.ts'
import type { FlowDeps } from './deps.ts'

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
