// A member said something that the entry contradicts: corrected once, all wrong answers together, kindly.
import { act, type Rule, spokenOf } from '../situation.ts'

export const wrongAnswer: Rule = {
  name: 'wrongAnswer',
  sentence: 'Wrong answers are corrected once, together, naming the fact.',
  propose: ({ thread, judgement, unread }) => {
    const corrected = spokenOf(thread, ['correct'])
    const wrong = unread.filter(
      ({ post, assessment }) => assessment?.verdict === 'contradicted' && !corrected.has(post.id),
    )
    if (wrong.length === 0 || !judgement) return null
    const points = new Set(
      wrong.flatMap(({ assessment }) =>
        (assessment?.keyPoints ?? [])
          .filter(({ state }) => state === 'contradicted')
          .map(({ index }) => index),
      ),
    )
    return act(
      'correct',
      wrong.length === 1
        ? 'A member’s answer contradicts the entry.'
        : `${wrong.length} answers contradict the entry.`,
      {
        postIds: wrong.map(({ post }) => post.id),
        keyPoints: [...points].toSorted((a, b) => a - b),
        fromEntry: true,
        confidence: Math.min(
          judgement.match.decision.confidence,
          ...wrong.map(({ assessment }) => assessment?.confidence ?? 0),
        ),
        sure: wrong.every(({ assessment }) => assessment?.sure),
      },
    )
  },
}
