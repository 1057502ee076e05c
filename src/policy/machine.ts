// The policy: a thread and an event give the next thread and what must be done. Pure; time comes with the event.
import { acknowledge } from './acknowledge.ts'
import { alerts } from './alerts.ts'
import { hasAnswered } from './answered.ts'
import type { Change, StepContext } from './change.ts'
import { applyCommand } from './command.ts'
import { applyContent, isContent, revise } from './content.ts'
import { applyDelivery } from './deliver.ts'
import type { ThreadEvent } from './event.ts'
import { applyJudgement } from './judge.ts'
import type { Order, Refusal } from './order.ts'
import { reconcile } from './reconcile.ts'
import { applyReview } from './review.ts'
import { settleSolved, settleWhenSilent } from './settle.ts'
import { stopReplies } from './stop.ts'
import type { Thread } from './thread.ts'
import { wakeAt } from './wake.ts'

export interface Step {
  thread: Thread
  orders: readonly Order[]
  /** Set when the event was refused: the thread stands as it stood. */
  refusal: Refusal | null
}

/** One event, with everything that follows from it. */
export function step(thread: Thread, event: ThreadEvent, context: StepContext): Step {
  const applied = apply(thread, event, context)
  if (applied.refusal) return { thread, orders: [], refusal: applied.refusal }
  const followed = parts.reduce<Change>((so, part) => then(so, part(so.thread, context)), applied)
  return {
    thread: { ...followed.thread, wakeAt: wakeAt(followed.thread, context) },
    orders: followed.orders,
    refusal: null,
  }
}

/** What is looked at after every event, in this order. */
const parts: readonly ((thread: Thread, context: StepContext) => Change)[] = [
  humanSigns,
  settleWhenSilent,
  acknowledge,
  reconcile,
  settleSolved,
  stopReplies,
  alerts,
]

function apply(thread: Thread, event: ThreadEvent, context: StepContext): Change {
  if (isContent(event)) return { thread: applyContent(thread, event), orders: [] }
  switch (event.kind) {
    case 'judged':
      return applyJudgement(thread, event.judgement, context)
    case 'entryPicked':
      return {
        thread: revise({ ...thread, pickedEntryId: event.entryId }, 'another entry was picked'),
        orders: [],
      }
    case 'entryRevised':
      return entryRevised(thread, event)
    case 'reviewed':
      return applyReview(thread, event, context)
    case 'commanded':
      return applyCommand(thread, event, context)
    case 'delivered':
      return applyDelivery(thread, event, context)
    case 'woke':
    case 'settingsChanged':
    case 'brake':
      return { thread, orders: [] }
  }
}

function entryRevised(thread: Thread, event: Extract<ThreadEvent, { kind: 'entryRevised' }>): Change {
  const entry = thread.judgement?.entry
  const concerned = entry?.id === event.entryId && entry.revision !== event.revision
  return { thread: concerned ? revise(thread, 'the entry was revised') : thread, orders: [] }
}

/** A human of the brand who answers on the platform stops both clocks; taking the answer back starts the second again. */
function humanSigns(thread: Thread): Change {
  const replies = thread.posts.filter(({ author, outboxId }) => author.role === 'brand' && outboxId === null)
  const [first] = replies
  if (!first) return { thread, orders: [] }
  const standing = replies.find(({ deleted }) => !deleted)?.at ?? null
  const answered = hasAnswered(thread) ? earlier(thread.answeredAt, standing) : standing
  return {
    thread: { ...thread, takenChargeAt: earlier(thread.takenChargeAt, first.at), answeredAt: answered },
    orders: [],
  }
}

const earlier = (a: number | null, b: number | null) => (a === null || b === null ? (a ?? b) : Math.min(a, b))

function then(before: Change, after: Change): Change {
  return { thread: after.thread, orders: [...before.orders, ...after.orders] }
}
