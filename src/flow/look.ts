// What a desk reads: the queue in its order, and a thread with everything a decision needs.
import type { Knowledge } from '../../knowledge/index.ts'
import { deadlines, type PageSettings, type Post, type Thread } from '../policy/index.ts'
import type { StoreTransaction } from '../ports/index.ts'
import type { FlowDeps } from './deps.ts'
import type { Desk, EntryCandidate, QueueItem, ThreadView } from './desk.ts'
import { blotPersonalData } from './privacy.ts'

const defaultPage = 50
const earlierSearched = 200

export function createLooking(
  deps: FlowDeps,
): Pick<Desk, 'queue' | 'thread' | 'threads' | 'searchEntries' | 'audit' | 'credits'> {
  return {
    async queue({ pageId, limit = defaultPage, after }) {
      return deps.store.read(async (tx) => {
        const pages = await pagesOf(tx)
        const threads = await tx.queue({
          ...(pageId !== undefined && { pageId }),
          limit,
          ...(after && { after }),
        })
        const items: QueueItem[] = []
        for (const thread of threads) items.push(await queueItem(tx, pages, thread, deps.clock.now()))
        return { items, total: await tx.queueSize(pageId) }
      })
    },
    async thread(id) {
      const knowledge = await deps.brain.current()
      return deps.store.read((tx) => threadView(tx, knowledge, id, deps.clock.now()))
    },
    async threads({ limit = defaultPage, ...filter }) {
      const threads = await deps.store.read((tx) => tx.threads({ ...filter, limit }))
      return threads.map(blotted)
    },
    async searchEntries(query, limit = 8) {
      const knowledge = await deps.brain.current()
      return knowledge.search(query, limit).flatMap((candidate) => candidateOf(knowledge, candidate))
    },
    audit: ({ limit = 100, ...filter }) => deps.store.read((tx) => tx.auditOf({ ...filter, limit })),
    credits: (pageId) => deps.store.read((tx) => tx.credits(pageId ?? null, 50)),
  }
}

async function pagesOf(tx: StoreTransaction): Promise<ReadonlyMap<string, PageSettings>> {
  return new Map((await tx.settings()).map((page) => [page.pageId, page]))
}

async function queueItem(
  tx: StoreTransaction,
  pages: ReadonlyMap<string, PageSettings>,
  thread: Thread,
  now: number,
): Promise<QueueItem> {
  const page = pages.get(thread.pageId)
  return {
    thread: blotted(thread),
    suggestion: thread.suggestion ? await tx.suggestion(thread.suggestion.id) : null,
    pageName: page?.name ?? thread.pageId,
    deadlines: page
      ? deadlines(thread, page, now)
      : { takeChargeBy: null, answerBy: null, near: false, late: false },
    overtaking: thread.crisis ? thread.crisis.reasons.join(', ') : null,
  }
}

async function threadView(
  tx: StoreTransaction,
  knowledge: Knowledge,
  id: string,
  now: number,
): Promise<ThreadView | null> {
  const thread = await tx.thread(id)
  if (!thread) return null
  const pages = await pagesOf(tx)
  const item = await queueItem(tx, pages, thread, now)
  const entryId = thread.judgement?.entry?.id
  return {
    ...item,
    canBePrivate: pages.get(thread.pageId)?.privateMeans === 'message',
    entry: (entryId === undefined ? null : knowledge.entries.get(entryId)) ?? null,
    candidates: (thread.judgement?.match.candidates ?? []).flatMap((candidate) =>
      candidateOf(knowledge, candidate),
    ),
    history: await tx.suggestionsOf(id),
    reviews: await tx.reviewsOf(id),
    audit: await tx.auditOf({ threadId: id, limit: 200 }),
    outbox: await tx.outboxIn(['due', 'sending', 'sent', 'rejected', 'unknown', 'stopped'], 500, id),
    earlier: await earlierOf(tx, thread),
  }
}

async function earlierOf(tx: StoreTransaction, thread: Thread): Promise<ThreadView['earlier']> {
  const asker = rootPost(thread)?.author.id
  if (asker === undefined) return []
  const others = await tx.threads({ pageId: thread.pageId, limit: earlierSearched, before: thread })
  return others
    .filter((other) => rootPost(other)?.author.id === asker)
    .slice(0, 5)
    .map((other) => ({
      id: other.id,
      text: blotPersonalData(rootPost(other)?.text ?? ''),
      openedAt: other.openedAt,
      state: other.state,
    }))
}

const rootPost = (thread: Thread): Post | undefined =>
  thread.posts.find((post) => post.externalId === thread.externalId)

/** The desk sees every post with its personal data blotted out; quotes keep their places. */
function blotted(thread: Thread): Thread {
  return {
    ...thread,
    posts: thread.posts.map((post) => ({ ...post, text: blotPersonalData(post.text) })),
  }
}

function candidateOf(
  knowledge: Knowledge,
  candidate: { entryId: string; confidence: number; evidence: EntryCandidate['evidence'] },
): EntryCandidate[] {
  const entry = knowledge.entries.get(candidate.entryId)
  return entry ? [{ entry, confidence: candidate.confidence, evidence: candidate.evidence }] : []
}
