// A right answer lacks something: the brand adds the missing key points alone.
import { type Answer, act, answeredFromEntry, keyPointsSaid, type Rule, spokenOf } from '../situation.ts'

export const incompleteAnswer: Rule = {
  name: 'incompleteAnswer',
  sentence: 'An answer that is right as far as it goes is completed with the missing key points alone.',
  propose: (situation) => {
    const { thread, judgement, answers, unread } = situation
    const spoken = spokenOf(thread, ['validate', 'complete', 'correct'])
    const known = new Set([...keyPointsSaid(situation), ...answers.filter(isRight).flatMap(said)])
    const candidates = unread.filter(
      ({ post, assessment }) => assessment?.verdict === 'incomplete' && !spoken.has(post.id),
    )
    const [best] = candidates.toSorted((a, b) => said(b).length - said(a).length || a.post.at - b.post.at)
    if (!best?.assessment || !judgement || answeredFromEntry(situation)) return null
    const missing = best.assessment.keyPoints.filter(
      ({ index, needed, state }) => needed && state !== 'said' && !known.has(index),
    )
    if (missing.length === 0) return null
    return act('complete', `A right answer lacks ${missing.length} of the needed points.`, {
      postIds: [best.post.id],
      keyPoints: missing.map(({ index }) => index),
      fromEntry: true,
      confidence: Math.min(best.assessment.confidence, judgement.match.decision.confidence),
      sure: best.assessment.sure,
    })
  },
}

const isRight = ({ assessment }: Answer) =>
  assessment?.verdict === 'supported' || assessment?.verdict === 'incomplete'

const said = ({ assessment }: Answer) =>
  (assessment?.keyPoints ?? []).filter(({ state }) => state === 'said').map(({ index }) => index)
