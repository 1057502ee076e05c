// Likeness by words and by letters: what is built before changes nothing of what is built after.
import { expect, test } from '@jest/globals'
import { buildIndex } from '../../knowledge/search.ts'

const phrasings = [
  'Comment bloquer ma carte ?',
  'Combien de temps met un virement ?',
  'How do I block my card?',
]

test('the same words are nearest, other words are not like at all', () => {
  const index = buildIndex(phrasings)
  const [card = 0, transfer, english = 0] = index.words('bloquer la carte')
  expect(card).toBeGreaterThan(english)
  expect(transfer).toBe(0)
  expect(index.words(phrasings[1] ?? '')[1]).toBeCloseTo(1, 6)
  expect(index.shared('bloquer une carte perdue', 0)).toEqual(expect.arrayContaining(['bloqu', 'cart']))
})

test('a misspelt word is found by its letters', () => {
  const index = buildIndex(phrasings)
  const [card = 0, transfer = 0] = index.grams('bloquer ma cartte')
  expect(card).toBeGreaterThan(transfer)
})

test('texts read before, and words never seen, leave every likeness as it is', () => {
  const post = 'bloquer la carte hippopotame'
  const before = buildIndex(phrasings)
  const [words, grams] = [before.words(post), before.grams(post)]
  buildIndex(['Un hippopotame au guichet', 'Une carte postale'])
  const after = buildIndex(phrasings)
  expect(after.words(post)).toEqual(words)
  expect(after.grams(post)).toEqual(grams)
  expect(before.words(post)).toEqual(words)
})

test('an empty index and an empty post are like nothing', () => {
  expect(buildIndex([]).words('carte')).toHaveLength(0)
  expect([...buildIndex(phrasings).words('')]).toEqual([0, 0, 0])
})
