// A reply that has not left yet is stopped when nobody may hear it any more: the question is gone, or a human answered.

import { humanReply } from './answered.ts'
import type { Change, StepContext } from './change.ts'
import type { Order } from './order.ts'
import type { Act, Thread } from './thread.ts'

export function stopReplies(thread: Thread, _: StepContext): Change {
  const sentence = reasonToStop(thread)
  if (sentence === null) return { thread, orders: [] }
  const waiting = thread.acts.filter(
    ({ state, outboxId }) => state === 'posting' && !thread.stopping.includes(outboxId),
  )
  if (waiting.length === 0) return { thread, orders: [] }
  const orders = waiting.map(
    ({ outboxId }): Order => ({ kind: 'stopPosting', outboxId, why: { rule: thread.why.rule, sentence } }),
  )
  return {
    thread: { ...thread, stopping: [...thread.stopping, ...waiting.map(({ outboxId }: Act) => outboxId)] },
    orders,
  }
}

function reasonToStop(thread: Thread): string | null {
  if (thread.state === 'gone') return 'The question was deleted before the reply went out.'
  const human = humanReply(thread)
  const overtaken =
    human !== null && thread.acts.some(({ state, at }) => state === 'posting' && at <= human.at)
  return overtaken ? 'A human of the brand replied before this went out.' : null
}
