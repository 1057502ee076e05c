// A post held against entries piece by piece: what is read of an entry, and in which language a post finds it.
import { expect, test } from '@jest/globals'
import { likenessToEntries, piecesOf } from '../../knowledge/entry-pieces.ts'
import { parseFaq } from '../../knowledge/index.ts'
import { heardAs, listening, wordEncoder } from '../fakes/word-encoder.ts'

const pieces = (text: string) => heardAs(text).pieces
const { entries } = parseFaq(
  [
    {
      id: 'room',
      question: { fr: 'Ma chambre', en: 'My room' },
      answer: { fr: 'Dès 15 heures', en: 'From three' },
    },
    { id: 'dog', question: { en: 'My dog' }, variants: { en: ['a cat', 'any pet'] } },
  ]
    .map((entry) => JSON.stringify(entry))
    .join('\n'),
)

test('an entry is read as question with answer, and by its variants', async () => {
  const { encoder, read } = listening()
  const found = await piecesOf(entries, encoder)
  expect(read).toEqual([
    'passage: Ma chambre Dès 15 heures',
    'passage: My room From three',
    'passage: My dog',
    'passage: a cat',
    'passage: any pet',
  ])
  const {
    best: [room = 0, dog = 0],
  } = await likenessToEntries(found, pieces('cat'), [0, 0], wordEncoder)
  expect(dog).toBeCloseTo(1)
  expect(room).toBeLessThan(0.5)
})

test('a post is held against both languages, where an entry has both', async () => {
  const found = await piecesOf(entries, wordEncoder)
  const french = await likenessToEntries(found, pieces('chambre'), [0, 0], wordEncoder)
  expect(french.best[0]).toBeCloseTo(1)
  expect(french.both[0]).toBeCloseTo(0.5)
  const english = await likenessToEntries(found, pieces('my dog'), [0, 0], wordEncoder)
  expect(english.best[1]).toBeCloseTo(1)
  expect(english.both[1]).toBeLessThan(1)
})

test('three texts of a language count, on the mean', async () => {
  const { entries: varied } = parseFaq(
    JSON.stringify({ id: 'dog', question: { en: 'My dog' }, variants: { en: ['dog', 'a dog', 'any cat'] } }),
  )
  const found = await piecesOf(varied, wordEncoder)
  const dog = await likenessToEntries(found, pieces('dog'), [0], wordEncoder)
  expect(dog.both[0]).toBeCloseTo(1)
  const cat = await likenessToEntries(found, pieces('cat'), [0], wordEncoder)
  expect(cat.best[0]).toBeCloseTo(1)
  expect(cat.both[0]).toBeLessThan(0.5)
})
