// A moderator's decision: on what they saw, or not at all.
import type { Change, StepContext } from './change.ts'
import type { ThreadEvent } from './event.ts'
import type { Order, Refusal } from './order.ts'
import { postSuggestion } from './post.ts'
import { rootPost } from './situation.ts'
import type { OpenSuggestion } from './suggestion.ts'
import type { Thread } from './thread.ts'

type Review = Extract<ThreadEvent, { kind: 'reviewed' }>

export function applyReview(thread: Thread, review: Review, context: StepContext): Change {
  const open = thread.suggestion
  const refusal = refusalOf(thread, open, review)
  if (refusal || !open)
    return {
      thread,
      orders: [],
      refusal: refusal ?? { kind: 'noSuggestion', suggestionId: review.suggestionId },
    }
  switch (review.decision.kind) {
    case 'approve':
      return approve(thread, open, review, null)
    case 'edit':
      return approve(thread, open, review, review.decision.text)
    case 'reject':
      return reject(thread, open, review, review.decision.reason, context)
    case 'stop':
      return {
        thread: { ...thread, suggestion: { ...open, automaticAt: null } },
        orders: [note(review, 'A moderator stopped the pause; the draft waits.')],
      }
  }
}

function refusalOf(thread: Thread, open: OpenSuggestion | null, review: Review): Refusal | null {
  if (open?.id !== review.suggestionId) {
    if (thread.acts.some(({ suggestionId }) => suggestionId === review.suggestionId))
      return { kind: 'alreadyDecided', suggestionId: review.suggestionId }
    return stale(thread, review) ?? { kind: 'noSuggestion', suggestionId: review.suggestionId }
  }
  if (review.threadVersion !== thread.version || open.threadVersion !== thread.version)
    return stale(thread, review)
  if (open.approvedBy.includes(review.by) && review.decision.kind !== 'reject')
    return { kind: 'notAllowed', reason: 'This needs a second person; you have approved it already.' }
  return null
}

function stale(thread: Thread, { threadVersion }: Review): Refusal | null {
  if (threadVersion === thread.version) return null
  const unseen = thread.changes.filter(({ version }) => version > threadVersion).map(({ what }) => what)
  return {
    kind: 'stale',
    seenVersion: threadVersion,
    version: thread.version,
    changed: [...new Set(unseen)].join('; ') || 'the thread changed',
  }
}

function approve(thread: Thread, open: OpenSuggestion, review: Review, text: string | null): Change {
  const approvedBy = [...open.approvedBy, review.by]
  // Edited words are new words: whoever approved the others has not seen these.
  const counted = text === null ? approvedBy : [review.by]
  if (counted.length < open.approvalsNeeded) {
    const words = text ?? open.editedText
    return {
      thread: { ...thread, suggestion: { ...open, approvedBy: counted, editedText: words } },
      orders: [note(review, `Approved by one of ${open.approvalsNeeded}.`)],
    }
  }
  const why = {
    rule: 'reviewed',
    sentence: text === null ? 'A moderator approved the draft.' : 'A moderator edited and sent the draft.',
  }
  const posted = postSuggestion(
    { ...thread, suggestion: null, state: 'waiting' },
    open,
    text ?? open.editedText,
    why,
  )
  const close: Order = {
    kind: 'close',
    suggestionId: open.id,
    as: text === null ? 'approved' : 'edited',
    why,
    by: review.by,
  }
  return {
    thread: posted.thread,
    orders: [close, ...posted.orders, ...hides(thread, open), ...learns(thread, open)],
  }
}

function reject(
  thread: Thread,
  open: OpenSuggestion,
  review: Review,
  reason: string,
  { now }: StepContext,
): Change {
  const why = { rule: 'reviewed', sentence: reason.trim() || 'A moderator rejected the draft.' }
  return {
    thread: {
      ...thread,
      suggestion: null,
      rejected: [...thread.rejected, { kind: open.kind, threadVersion: thread.version }],
      why: { ...why, at: now },
    },
    orders: [{ kind: 'close', suggestionId: open.id, as: 'rejected', why, by: review.by }],
  }
}

/** A risky post is hidden when the moderator agrees. */
function hides(thread: Thread, open: OpenSuggestion): Order[] {
  const why = { rule: 'reviewed', sentence: 'Hidden with the moderator’s approval.' }
  if (open.kind !== 'warn') return []
  return thread.posts
    .filter(({ id, hidden, deleted }) => open.postIds.includes(id) && !hidden && !deleted)
    .map(({ externalId }) => ({ kind: 'hide', externalId, why }))
}

/** By approving, the moderator confirms that this question asks this entry. */
function learns(thread: Thread, open: OpenSuggestion): Order[] {
  const root = rootPost(thread)
  if (!open.entry || !root || thread.lang === 'other') return []
  return [{ kind: 'learn', entryId: open.entry.id, phrasing: root.text, lang: thread.lang }]
}

const note = (review: Review, sentence: string): Order => ({
  kind: 'note',
  why: { rule: 'reviewed', sentence },
  by: review.by,
})
