// What the knowledge saw joins the thread, if it is of what stands now.
import type { Change, StepContext } from './change.ts'
import type { Order } from './order.ts'
import type { Judgement, Thread } from './thread.ts'

export function applyJudgement(thread: Thread, judgement: Judgement, { now }: StepContext): Change {
  // A judgement of an older version is of no use: the newer one is already wanted.
  if (judgement.threadVersion !== thread.version) return { thread, orders: [] }
  const { screening } = judgement
  const judged: Thread = { ...thread, judgement, judgeWanted: false, lang: screening.lang }
  if (!screening.crisis.value || thread.crisis !== null || thread.calmedVersion === thread.version)
    return { thread: judged, orders: [] }
  const { reasons } = screening.crisis
  const sentence = `Goes before older threads: ${reasons.join(', ')}.`
  const orders: Order[] = [{ kind: 'note', why: { rule: 'overtaking', sentence }, by: null }]
  return { thread: { ...judged, crisis: { reasons, since: now } }, orders }
}
