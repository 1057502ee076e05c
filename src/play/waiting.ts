// What waits for a moderator in a played house: kept by what the news tells, instead of reading the queue each time.
import type { Thread } from '../policy/index.ts'
import type { News, Store, SuggestionRow } from '../ports/index.ts'

export interface Waiting {
  thread: Thread
  /** Null where a human must write. */
  suggestion: SuggestionRow | null
}

/** @returns the way to ask for all that waits now, in no order. */
export function watchWaiting(store: Pick<Store, 'read'>, news: News): () => Promise<readonly Waiting[]> {
  const touched = new Set<string>()
  const waiting = new Map<string, Waiting>()
  news.subscribe((item) => {
    if (item.kind === 'thread') touched.add(item.threadId)
  })
  return async () => {
    await store.read(async (tx) => {
      for (const id of touched) {
        const thread = await tx.thread(id)
        const suggestion = thread?.suggestion ? await tx.suggestion(thread.suggestion.id) : null
        if (thread && (suggestion || thread.state === 'escalated')) waiting.set(id, { thread, suggestion })
        else waiting.delete(id)
      }
    })
    touched.clear()
    return [...waiting.values()]
  }
}
