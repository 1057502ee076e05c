// The judge and the words as one: chances that sum to 1, led by the judge, with caution before calling anything right.
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { pooled } from '../../knowledge/pooled.ts'

const total = (chances: readonly number[]) => chances.reduce((a, b) => a + b, 0)
const best = (chances: readonly number[]) => chances.indexOf(Math.max(...chances))
const chances = fc
  .array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 5, maxLength: 5 })
  .map((parts) => parts.map((part) => (part + 1e-6) / (total(parts) + 5e-6)))

test('whatever the two say, the chances sum to 1', () => {
  fc.assert(
    fc.property(chances, chances, fc.double({ min: 0, max: 1, noNaN: true }), (judge, words, share) => {
      const both = pooled(judge, words, { share, caution: 0.4, temperature: 2 })
      expect(total(both)).toBeCloseTo(1, 9)
      expect(both.every((chance) => chance >= 0)).toBe(true)
    }),
  )
})

test('words that do not count change nothing of what is likeliest', () => {
  fc.assert(
    fc.property(chances, chances, (judge, words) => {
      const likeliest = best(pooled(judge, words, { share: 0, temperature: 3 }))
      // Two that are all but equal may change places.
      expect(judge[likeliest]).toBeCloseTo(Math.max(...judge), 9)
    }),
  )
})

test('words decide where the judge hesitates, and not where it is certain', () => {
  const words = [0.1, 0.8, 0.1]
  expect(best(pooled([0.45, 0.4, 0.15], words, { share: 0.5 }))).toBe(1)
  expect(best(pooled([0.97, 0.02, 0.01], words, { share: 0.5 }))).toBe(0)
})

test('caution takes from the first class alone', () => {
  const judge = [0.42, 0.38, 0.2]
  expect(best(pooled(judge, judge, { share: 0 }))).toBe(0)
  expect(best(pooled(judge, judge, { share: 0, caution: 0.4 }))).toBe(1)
})
