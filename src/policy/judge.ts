// What the knowledge saw joins the thread, if it is of what stands now.
import type { Change, StepContext } from './change.ts'
import type { Order } from './order.ts'
import { rootPost } from './situation.ts'
import type { Judgement, Thread } from './thread.ts'

export function applyJudgement(thread: Thread, judgement: Judgement, { now }: StepContext): Change {
  // A judgement of an older version is of no use: the newer one is already wanted.
  if (judgement.threadVersion !== thread.version) return { thread, orders: [] }
  const { screening } = judgement
  const judged: Thread = { ...thread, judgement, judgeWanted: false, lang: screening.lang }
  const learns = learnsFromColleague(judged)
  if (!screening.crisis.value || thread.crisis !== null || thread.calmedVersion === thread.version)
    return { thread: judged, orders: learns }
  const { reasons } = screening.crisis
  const sentence = `Goes before older threads: ${reasons.join(', ')}.`
  const orders: Order[] = [...learns, { kind: 'note', why: { rule: 'overtaking', sentence }, by: null }]
  return { thread: { ...judged, crisis: { reasons, since: now } }, orders }
}

/** What a colleague answered by hand, and the entry says too, confirms the phrasing as a moderator's approval would. */
function learnsFromColleague(thread: Thread): Order[] {
  const { judgement, lang } = thread
  const root = rootPost(thread)
  if (!judgement?.colleagueAgrees || !judgement.entry || !root || lang === 'other') return []
  return [{ kind: 'learn', entryId: judgement.entry.id, phrasing: root.text, lang }]
}
