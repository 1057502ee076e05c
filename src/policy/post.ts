// From words to the outbox: an act is noted on the thread before it leaves, so that nothing is said twice.
import { seenUntil } from './answered.ts'
import type { Change } from './change.ts'
import type { Order, Why } from './order.ts'
import type { OpenSuggestion } from './suggestion.ts'
import type { Act, Thread } from './thread.ts'

/** @param text the moderator's words; null for the drafted ones. */
export function postSuggestion(
  thread: Thread,
  suggestion: OpenSuggestion,
  text: string | null,
  why: Why,
): Change {
  const outboxId = `${thread.id}.o${thread.counts.outbox + 1}`
  const act: Act = {
    kind: suggestion.kind,
    suggestionId: suggestion.id,
    outboxId,
    state: 'posting',
    at: seenUntil(thread, suggestion.createdAt),
    postIds: suggestion.postIds,
    keyPoints: suggestion.keyPoints,
    entryId: suggestion.entry?.id ?? null,
    private: suggestion.private,
  }
  const orders: Order[] = [
    {
      kind: 'post',
      outboxId,
      act: suggestion.kind,
      suggestionId: suggestion.id,
      text,
      replyTo: thread.externalId,
      private: suggestion.private,
      why,
    },
  ]
  return {
    thread: {
      ...thread,
      acts: [...thread.acts, act],
      counts: { ...thread.counts, outbox: thread.counts.outbox + 1 },
    },
    orders,
  }
}
