// The ranked rules against what is drafted: keep the draft, replace it, withdraw it, or let it go by itself.
import { brakeOn } from './braked.ts'
import type { Change, StepContext } from './change.ts'
import type { Order, Why } from './order.ts'
import { postSuggestion } from './post.ts'
import { rules } from './rules/index.ts'
import { type Act, type Proposal, situationOf } from './situation.ts'
import { newSuggestion } from './suggest.ts'
import type { OpenSuggestion } from './suggestion.ts'
import type { Thread } from './thread.ts'

export interface Spoken {
  rule: string
  proposal: Proposal
}

/** The first rule that speaks; an act that a moderator rejected at this version does not count. */
export function spoken(thread: Thread, { now, settings }: StepContext, ranked = rules): Spoken {
  const situation = situationOf(thread, settings, now)
  for (const rule of ranked) {
    const proposal = rule.propose(situation)
    if (proposal && !wasRejected(thread, proposal.act)) return { rule: rule.name, proposal }
  }
  throw new Error('The last rule must always speak.')
}

export function reconcile(thread: Thread, context: StepContext): Change {
  const { rule, proposal } = spoken(thread, context)
  const why = { rule, sentence: proposal.sentence }
  const told = tell(thread, why, context.now)
  if (!proposal.act) return stayed(withdraw(told, why), proposal, why)
  const open = told.suggestion
  if (open && isSame(open, proposal.act, told))
    return keepOrRelease({ ...told, state: 'drafted' }, open, proposal.act, why, context)
  const cleared = withdraw(told, why)
  const drafted = draft(cleared.thread, proposal.act, why, context)
  return { thread: drafted.thread, orders: [...cleared.orders, ...drafted.orders] }
}

const wasRejected = (thread: Thread, act: Act | null) =>
  act !== null &&
  thread.rejected.some(({ kind, threadVersion }) => kind === act.kind && threadVersion === thread.version)

function tell(thread: Thread, why: Why, now: number): Thread {
  const same = thread.why.rule === why.rule && thread.why.sentence === why.sentence
  return same ? thread : { ...thread, why: { ...why, at: now } }
}

/** A silence is written down when it begins, so that "why did the brand not answer" has an answer. */
function stayed(change: Change, { state }: Proposal, why: Why): Change {
  const began = change.thread.state !== state
  const note: Order = { kind: 'note', why, by: null }
  return { thread: { ...change.thread, state }, orders: began ? [...change.orders, note] : change.orders }
}

function withdraw(thread: Thread, why: Why): Change {
  const open = thread.suggestion
  if (!open) return { thread, orders: [] }
  const changed = thread.changes.findLast(({ version }) => version > open.threadVersion)?.what
  const sentence = changed ? `Withdrawn: ${changed}.` : `Withdrawn: ${why.sentence}`
  return {
    thread: { ...thread, suggestion: null },
    orders: [
      { kind: 'close', suggestionId: open.id, as: 'withdrawn', why: { rule: why.rule, sentence }, by: null },
    ],
  }
}

function isSame(open: OpenSuggestion, act: Act, thread: Thread): boolean {
  const entry = act.fromEntry ? (thread.judgement?.entry ?? null) : null
  return (
    open.kind === act.kind &&
    open.threadVersion === thread.version &&
    open.entry?.id === entry?.id &&
    open.entry?.revision === entry?.revision &&
    sameList(open.postIds, act.postIds) &&
    sameList(open.keyPoints, act.keyPoints)
  )
}

const sameList = <T>(a: readonly T[], b: readonly T[]) =>
  a.length === b.length && a.every((one, index) => one === b[index])

function draft(thread: Thread, act: Act, why: Why, context: StepContext): Change {
  const automaticAt = releaseAt(thread, act, context)
  const { suggestion, counts } = newSuggestion(thread, act, automaticAt, context.now)
  const opened: Thread = { ...thread, state: 'drafted', suggestion, counts }
  const order: Order = { kind: 'draft', suggestion, why }
  const released = keepOrRelease(opened, suggestion, act, why, context)
  return { thread: released.thread, orders: [order, ...released.orders] }
}

/** When this act goes out by itself; null when only a moderator sends it. */
function releaseAt(thread: Thread, act: Act, { now, settings }: StepContext): number | null {
  if (brakeOn(thread, settings) !== null || thread.crisis !== null || act.approvalsNeeded > 1) return null
  const autonomy = settings.autonomy[act.kind]
  switch (autonomy.mode) {
    case 'manual':
      return null
    case 'paused':
      return now + autonomy.pauseMs
    case 'automatic':
      return act.sure && act.confidence >= autonomy.precision ? now : null
  }
}

function keepOrRelease(
  thread: Thread,
  open: OpenSuggestion,
  act: Act,
  why: Why,
  context: StepContext,
): Change {
  if (open.automaticAt === null) return { thread, orders: [] }
  // The brake, a crisis or the settings may have taken its leave since it was drafted.
  if (releaseAt(thread, act, context) === null)
    return {
      thread: { ...thread, suggestion: { ...open, automaticAt: null } },
      orders: [
        {
          kind: 'note',
          why: { rule: why.rule, sentence: 'It no longer goes out by itself: a moderator decides.' },
          by: null,
        },
      ],
    }
  if (open.automaticAt > context.now) return { thread, orders: [] }
  const posted = postSuggestion({ ...thread, suggestion: null, state: 'waiting' }, open, null, why)
  return {
    thread: posted.thread,
    orders: [{ kind: 'close', suggestionId: open.id, as: 'automatic', why, by: null }, ...posted.orders],
  }
}
