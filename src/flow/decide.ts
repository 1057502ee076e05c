// Station 4: a moderator decides. What they saw is named, what they decided is kept, refused or not.
import type { Decision, Refusal, ThreadEvent } from '../policy/index.ts'
import { applyEvent } from './apply.ts'
import type { FlowDeps } from './deps.ts'
import type { Desk, DeskOutcome } from './desk.ts'
import { withoutExpired } from './expired.ts'
import { inTransaction, type Work } from './work.ts'

const longestReply = 5_000

export function createDecisions(deps: FlowDeps): Pick<Desk, 'review' | 'command' | 'pickEntry'> {
  return {
    review: (review) => inTransaction(deps, (work) => decide(work, review)),
    command: ({ threadId, by, command }) =>
      inTransaction(deps, (work) => act(work, threadId, by, { kind: 'commanded', by, command })),
    pickEntry: ({ threadId, by, entryId }) =>
      inTransaction(deps, async (work) => {
        if (entryId !== null && !work.knowledge.entries.has(entryId)) return { kind: 'notFound' }
        return act(work, threadId, by, { kind: 'entryPicked', by, entryId })
      }),
  }
}

interface Review {
  suggestionId: string
  threadVersion: number
  by: string
  decision: Decision
}

async function decide(work: Work, review: Review): Promise<DeskOutcome> {
  const suggestion = await work.tx.suggestion(review.suggestionId)
  if (!suggestion) return { kind: 'notFound' }
  const unfit = unfitWords(review.decision)
  const outcome: DeskOutcome = unfit
    ? { kind: 'refused', refusal: unfit }
    : await act(work, suggestion.threadId, review.by, { kind: 'reviewed', ...review })
  if (review.decision.kind === 'edit' && outcome.kind === 'done')
    await work.tx.updateSuggestion(review.suggestionId, { text: review.decision.text })
  await work.tx.insertReview({
    id: work.deps.ids.next(),
    suggestionId: review.suggestionId,
    threadId: suggestion.threadId,
    threadVersion: review.threadVersion,
    by: review.by,
    decision: review.decision,
    at: work.now,
    outcome: outcome.kind === 'done' ? 'applied' : 'refused',
    reason: outcome.kind === 'refused' ? outcome.refusal.kind : null,
  })
  return outcome
}

function unfitWords(decision: Decision): Refusal | null {
  if (decision.kind !== 'edit') return null
  const length = decision.text.trim().length
  if (length === 0)
    return { kind: 'notAllowed', reason: 'The reply is empty. Write it, or reject the draft.' }
  if (length > longestReply)
    return { kind: 'notAllowed', reason: `The reply has ${length} characters; ${longestReply} at most.` }
  return null
}

async function act(work: Work, threadId: string, by: string, event: ThreadEvent): Promise<DeskOutcome> {
  const found = await work.tx.thread(threadId)
  if (!found) return { kind: 'notFound' }
  const thread = await withoutExpired(work, found)
  const { thread: next, refusal } = await applyEvent(work, thread, event, by)
  return refusal ? { kind: 'refused', refusal } : { kind: 'done', threadVersion: next.version }
}
