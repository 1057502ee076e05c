// A post that could harm whoever follows it: foreign numbers, false advisers, requests for secrets.
import { act, type Rule, spokenOf } from '../situation.ts'

export const riskyAnswer: Rule = {
  name: 'riskyAnswer',
  sentence: 'A risky post is warned of, once, at once; it is hidden where the platform can.',
  propose: ({ thread, answers }) => {
    const warned = spokenOf(thread, ['warn'])
    const risky = answers.filter(
      ({ post, judged, assessment }) =>
        !warned.has(post.id) && (judged.risks.length > 0 || assessment?.verdict === 'risky'),
    )
    if (risky.length === 0) return null
    const kinds = [...new Set(risky.flatMap(({ judged }) => judged.risks.map(({ kind }) => kind)))]
    return act('warn', `A post looks risky (${kinds.join(', ') || 'by its words'}).`, {
      postIds: risky.map(({ post }) => post.id),
      confidence: Math.min(...risky.map(({ assessment }) => assessment?.confidence ?? 0)),
      sure: risky.every(({ judged }) => judged.risks.length > 0),
    })
  },
}
