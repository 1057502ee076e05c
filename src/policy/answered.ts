// What is answered, and what the asker has asked since.
import type { SuggestionKind } from './suggestion.ts'
import type { Post, Thread } from './thread.ts'

/** Acts after which the question counts as answered. */
export const answering: readonly (SuggestionKind | 'reply')[] = [
  'validate',
  'complete',
  'correct',
  'answer',
  'reply',
  'handOver',
]

/** The last word of a human of the brand, written on the platform itself. */
export function humanReply({ posts }: Thread): Post | null {
  return (
    posts.findLast(
      ({ author, outboxId, deleted }) => author.role === 'brand' && outboxId === null && !deleted,
    ) ?? null
  )
}

/** The house's own acts answered it. */
export function hasAnswered({ acts }: Thread): boolean {
  return acts.some(({ kind, state }) => state === 'posted' && answering.includes(kind))
}

/** The moment of the newest answer: the brand's, or one that the asker says solved it; null before any. */
export function lastAnswerAt(thread: Thread): number | null {
  const moments = [
    ...thread.acts
      .filter(({ kind, state }) => state === 'posted' && answering.includes(kind))
      .map(({ at }) => at),
    humanReply(thread)?.at ?? null,
    thread.solvedAt,
  ].filter((at) => at !== null)
  return moments.length === 0 ? null : Math.max(...moments)
}

/** What an act drafted now has seen: everything that stands, even what a platform's clock puts ahead of ours. */
export function seenUntil({ posts }: Thread, draftedAt: number): number {
  return posts.reduce((latest, { at }) => Math.max(latest, at), draftedAt)
}

/** What the asker posted after the newest answer: the thread is open again, with all that it holds. */
export function followUps(thread: Thread): Post[] {
  const answered = lastAnswerAt(thread)
  if (answered === null) return []
  return thread.posts.filter(
    ({ author, at, deleted }) => author.role === 'asker' && !deleted && at > answered,
  )
}

/** When what is open now was asked: the question itself, or the first follow-up after its answer. */
export function askedAt(thread: Thread): number {
  return followUps(thread)[0]?.at ?? thread.openedAt
}
