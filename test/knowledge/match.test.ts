// A match below one half is not spoken from, however modest the precision asked.
import { expect, test } from '@jest/globals'
import { buildLikeness } from '../../knowledge/build-likeness.ts'
import { parseFaq } from '../../knowledge/index.ts'
import { decideMatch, lookAt } from '../../knowledge/match.ts'
import { spacesOfWords } from '../../knowledge/spaces.ts'
import type { MatchWeights } from '../../knowledge/weights/weights.ts'

const faq = ['card', 'loan'].map((id) => JSON.stringify({ id, question: { en: `How do I block my ${id}` } }))
const { entries } = parseFaq(faq.join('\n'))

/** A decision that says `confidence` of every post. */
function always(confidence: number): MatchWeights {
  const constant = Math.log(confidence / (1 - confidence))
  const one = {
    likeness: [1, 1, 0, 0, 0, 0],
    decision: { means: [], spreads: [], weights: [[0], [constant]] },
    precision: [{ confidence: 0.2, precision: 0.8 }],
  }
  return { few: one, many: one }
}

test.each([
  [0.45, 0.75, 'none'],
  [0.55, 0.75, 'entry'],
  [0.55, 0.9, 'none'],
] as const)('confidence %d, precision %d asked: %s', async (confidence, precision, kind) => {
  const likeness = await buildLikeness(entries, [])
  const weights = always(confidence)
  const look = lookAt(likeness, spacesOfWords(likeness, 'block my card'), weights)
  const { decision, candidates } = decideMatch(likeness, look, weights, precision)
  expect(decision.kind).toBe(kind)
  expect(candidates[0]).toMatchObject({ entryId: 'card' })
})
