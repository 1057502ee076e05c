// Likeness piece by piece: what each word of a post finds in an entry, in its own language first.
import { expect, test } from '@jest/globals'
import { type Encoder, parseFaq } from '../../knowledge/index.ts'
import { likenessByPieces, pieceLikeness, piecesOf } from '../../knowledge/pieces.ts'
import { heardAs, wordEncoder } from '../fakes/word-encoder.ts'

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

test('every piece of the post looks for its best, and counts as much as any other', () => {
  expect(pieceLikeness(pieces('dog'), pieces('my big dog'))).toBeCloseTo(1)
  expect(pieceLikeness(pieces('dog'), pieces('my room'))).toBeCloseTo(0)
  expect(pieceLikeness(pieces('dog dog dog room'), pieces('my dog'))).toBeCloseTo(0.75)
  expect(pieceLikeness(pieces('dog dog dog room'), pieces('my room'))).toBeCloseTo(0.25)
  expect(pieceLikeness(pieces(''), pieces('my room'))).toBe(0)
})

test('a long text is not less like a post for what else it says', () => {
  const [short, long] = ['my dog', 'my dog and all that one may say of rooms, trains, money and the sea']
  expect(pieceLikeness(pieces('dog'), pieces(long))).toBeCloseTo(pieceLikeness(pieces('dog'), pieces(short)))
})

test('an entry is read as question with answer, and by its variants; the language it lacks is the other', async () => {
  const read: string[] = []
  const encoder: Encoder = {
    ...wordEncoder,
    hear: async (texts) => {
      read.push(...texts.map(({ text, role }) => `${role}: ${text}`))
      return wordEncoder.hear(texts)
    },
  }
  const found = await piecesOf(entries, encoder)
  expect(read).toEqual([
    'passage: Ma chambre Dès 15 heures',
    'passage: My room From three',
    'passage: My dog',
    'passage: a cat',
    'passage: any pet',
  ])
  expect(found[1]?.fr).toEqual(found[1]?.en)
  const post = pieces('cat')
  const [room = 0, dog = 0] = likenessByPieces(found, post, 'fr', [0, 0])
  expect(dog).toBeCloseTo(1)
  expect(room).toBeLessThan(0.5)
})

test('only the nearest are looked at; the others are no more like it than the least of these', async () => {
  const many = parseFaq(
    Array.from({ length: 20 }, (_, at) =>
      JSON.stringify({ id: `e${at}`, question: { en: at === 19 ? 'dog' : 'room' } }),
    ).join('\n'),
  ).entries
  const found = await piecesOf(many, wordEncoder)
  const far = likenessByPieces(
    found,
    pieces('dog'),
    'en',
    many.map((_, at) => -at),
  )
  expect(far[19]).toBe(Math.min(...far))
  const near = likenessByPieces(
    found,
    pieces('dog'),
    'en',
    many.map((_, at) => at),
  )
  expect(near[19]).toBeCloseTo(1)
})
