// What became of a reply: it joins the thread, or a human is told.
import { answering } from './answered.ts'
import type { Change, StepContext } from './change.ts'
import { addOwnPost } from './content.ts'
import type { ThreadEvent } from './event.ts'
import type { SuggestionKind } from './suggestion.ts'
import type { Act, Mark, Post, Thread } from './thread.ts'

type Delivered = Extract<ThreadEvent, { kind: 'delivered' }>

const markOf: Partial<Record<SuggestionKind | 'reply', Mark>> = {
  validate: 'validated',
  complete: 'completed',
  correct: 'corrected',
}

export function applyDelivery(thread: Thread, event: Delivered, context: StepContext): Change {
  const act = thread.acts.find(({ outboxId }) => outboxId === event.outboxId)
  // Told twice, or of a row this thread never had: nothing new.
  if (!act || act.state === 'posted' || act.state === event.outcome) return { thread, orders: [] }
  if (event.outcome === 'sent') return { thread: posted(thread, act, event, context), orders: [] }
  if (event.outcome === 'stopped')
    return { thread: withAct(thread, { ...act, state: 'rejected' }), orders: [] }
  return {
    thread: withAct(thread, { ...act, state: event.outcome }),
    orders: [
      {
        kind: 'alert',
        level: 'urgent',
        why: {
          rule: 'delivery',
          sentence:
            event.outcome === 'rejected'
              ? `A reply was refused: ${event.reason ?? 'no reason given'}.`
              : 'It is not known whether a reply was posted.',
        },
      },
    ],
  }
}

function posted(thread: Thread, act: Act, event: Delivered, { now }: StepContext): Thread {
  const told = addOwnPost(withAct(thread, { ...act, state: 'posted' }), brandPost(thread, act, event, now))
  const mark = markOf[act.kind]
  const marked = mark === undefined ? [] : act.postIds.map((postId) => ({ postId, mark, at: now }))
  return {
    ...told,
    takenChargeAt: told.takenChargeAt ?? now,
    answeredAt: answering.includes(act.kind) ? (told.answeredAt ?? now) : told.answeredAt,
    marks: [...told.marks.filter(({ postId }) => !marked.some((one) => one.postId === postId)), ...marked],
    handOver:
      act.kind === 'handOver' || act.private
        ? (told.handOver ?? { reference: referenceOf(thread), at: now })
        : told.handOver,
  }
}

function withAct(thread: Thread, act: Act): Thread {
  return { ...thread, acts: thread.acts.map((one) => (one.outboxId === act.outboxId ? act : one)) }
}

function brandPost(thread: Thread, act: Act, event: Delivered, now: number): Post {
  const externalId = event.externalId ?? `sent-${event.outboxId}`
  return {
    id: `${thread.id}.${externalId}`,
    externalId,
    replyTo: thread.externalId,
    author: { id: 'brand', name: '', role: 'brand', influence: null },
    text: event.text,
    at: now,
    version: 0,
    deleted: false,
    hidden: false,
    likes: 0,
    private: act.private,
    outboxId: event.outboxId,
  }
}

/** What the customer can quote, from the thread's own identity: the same however often it is asked. */
export function referenceOf({ id }: Thread): string {
  return `R-${id
    .replace(/[^a-zA-Z0-9]/g, '')
    .slice(0, 6)
    .toUpperCase()}`
}
