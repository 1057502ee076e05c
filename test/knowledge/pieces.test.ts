// Likeness piece by piece: what each word of a post finds in an entry, in its own language first.
import { expect, test } from '@jest/globals'
import { type Encoder, parseFaq } from '../../knowledge/index.ts'
import { likenessByPieces, meanOfBest, piecesOf } from '../../knowledge/pieces.ts'
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

test('every piece of the post looks for its best in each text, and counts as much as any other', () => {
  // Two texts, of one piece and of two; three pieces of a post.
  const products = Float32Array.of(0.9, 0, 0.5, 0.3, 0.5, 0, 0.6, -1, -0.5)
  const [first = 0, second = 0] = meanOfBest(products, [1, 2])
  expect(first).toBeCloseTo((0.9 + 0.3 + 0.6) / 3)
  expect(second).toBeCloseTo((0.5 + 0.5 - 0.5) / 3)
})

test('a long text is not less like a post for what else it says', async () => {
  const said = ['my dog', 'my dog and all that one may say of rooms, trains, money and the sea']
  const found = said.map(async (text) => {
    const held = pieces(text)
    return meanOfBest(await wordEncoder.products(pieces('dog'), held), [held.vectors.length / held.width])[0]
  })
  const [short = 0, long] = await Promise.all(found)
  expect(short).toBeCloseTo(1)
  expect(long).toBeCloseTo(short)
})

test('a post without a piece is like nothing, and no entries are like nothing', async () => {
  const held = await piecesOf(entries, wordEncoder)
  expect(await likenessByPieces(held, pieces(''), [0, 0], wordEncoder)).toEqual({
    better: [0, 0],
    both: [0, 0],
  })
  expect(await likenessByPieces([], pieces('dog'), [], wordEncoder)).toEqual({ better: [], both: [] })
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
  const {
    better: [room = 0, dog = 0],
  } = await likenessByPieces(found, post, [0, 0], wordEncoder)
  expect(dog).toBeCloseTo(1)
  expect(room).toBeLessThan(0.5)
})

test('a post is held against both languages', async () => {
  const found = await piecesOf(entries, wordEncoder)
  const { better, both } = await likenessByPieces(found, pieces('chambre'), [0, 0], wordEncoder)
  expect(better[0]).toBeCloseTo(1)
  expect(both[0]).toBeCloseTo(0.5)
})

test('only the nearest are looked at; the others are no more like it than the least of these', async () => {
  const many = parseFaq(
    Array.from({ length: 40 }, (_, at) =>
      JSON.stringify({ id: `e${at}`, question: { en: at === 39 ? 'dog' : 'room' } }),
    ).join('\n'),
  ).entries
  const found = await piecesOf(many, wordEncoder)
  const { better: far } = await likenessByPieces(
    found,
    pieces('dog'),
    many.map((_, at) => -at),
    wordEncoder,
  )
  expect(far[39]).toBe(Math.min(...far))
  const { better: near } = await likenessByPieces(
    found,
    pieces('dog'),
    many.map((_, at) => at),
    wordEncoder,
  )
  expect(near[39]).toBeCloseTo(1)
})
