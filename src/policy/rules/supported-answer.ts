// A member answered rightly: the brand validates the best answer, once.
import { humanReply } from '../answered.ts'
import { type Answer, act, type Rule, spokenOf } from '../situation.ts'

export const supportedAnswer: Rule = {
  name: 'supportedAnswer',
  sentence: 'The best right answer of a member is validated, and its author credited.',
  propose: ({ thread, judgement, unread }) => {
    const spoken = spokenOf(thread, ['validate', 'complete', 'correct'])
    const alreadySaid =
      humanReply(thread) !== null ||
      thread.acts.some(
        ({ kind, state }) => state !== 'rejected' && ['validate', 'complete', 'answer'].includes(kind),
      )
    const right = unread.filter(
      ({ post, assessment }) => assessment?.verdict === 'supported' && !spoken.has(post.id),
    )
    // A late answer deserves its credit when it is surely right; one that only looks right adds nothing any more.
    const worth = alreadySaid ? right.filter(({ assessment }) => assessment?.sure) : right
    const [best] = worth.toSorted(better)
    if (!best?.assessment || !judgement) return null
    const sure = best.assessment.sure && best.judged.risks.length === 0
    return act('validate', sure ? 'A member answered rightly.' : 'A member’s answer is probably right.', {
      postIds: [best.post.id],
      keyPoints: saidBy(best),
      fromEntry: true,
      confidence: Math.min(best.assessment.confidence, judgement.match.decision.confidence),
      sure,
    })
  },
}

const saidBy = ({ assessment }: Answer) =>
  (assessment?.keyPoints ?? []).filter(({ state }) => state === 'said').map(({ index }) => index)

/** Sure before probable, more said before less, then the earlier. */
function better(a: Answer, b: Answer): number {
  const rank = (answer: Answer) => Number(answer.assessment?.sure ?? false) * 100 + saidBy(answer).length
  return rank(b) - rank(a) || a.post.at - b.post.at
}
