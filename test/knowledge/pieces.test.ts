// Likeness piece by piece: what each word of a post finds in a text.
import { expect, test } from '@jest/globals'
import { likenessByPieces, meanOfBest, textsIn } from '../../knowledge/pieces.ts'
import { heardAs, wordEncoder } from '../fakes/word-encoder.ts'

const pieces = (text: string) => heardAs(text).pieces
const all = (...texts: string[][]) => texts.map((own) => textsIn(own.map(pieces)))
const looking = { nearness: [0, 0, 0], finalists: 3, best: 1 }

test('every piece of the post looks for its best in each text, and counts as much as any other', () => {
  // Two texts, of one piece and of two; three pieces of a post.
  const products = Float32Array.of(0.9, 0, 0.5, 0.3, 0.5, 0, 0.6, -1, -0.5)
  const [first = 0, second = 0] = meanOfBest(products, [1, 2])
  expect(first).toBeCloseTo((0.9 + 0.3 + 0.6) / 3)
  expect(second).toBeCloseTo((0.5 + 0.5 - 0.5) / 3)
})

test('a long text is not less like a post for what else it says', async () => {
  const long = 'my dog and all that one may say of rooms, trains, money and the sea'
  const [short = 0, same] = await likenessByPieces(
    all(['my dog'], [long]),
    pieces('dog'),
    looking,
    wordEncoder,
  )
  expect(short).toBeCloseTo(1)
  expect(same).toBeCloseTo(short)
})

test('of several texts the best counts, or the best ones on the mean', async () => {
  const held = all(['my room', 'my dog'], ['my dog', 'a dog', 'my room'])
  const one = await likenessByPieces(held, pieces('dog'), looking, wordEncoder)
  expect(one.map((like) => Math.round(like))).toEqual([1, 1])
  const [split = 0, twice = 0] = await likenessByPieces(
    held,
    pieces('dog'),
    { ...looking, best: 2 },
    wordEncoder,
  )
  expect(split).toBeLessThan(0.75)
  expect(twice).toBeCloseTo(1)
})

test('only the nearest are looked at; the others are no more like it than the least of these', async () => {
  const held = all(['room'], ['dog room'], ['dog'])
  const [first = 0, second = 0, third] = await likenessByPieces(
    held,
    pieces('dog room'),
    { nearness: [2, 1, 0], finalists: 2, best: 1 },
    wordEncoder,
  )
  expect(second).toBeCloseTo(1)
  expect(first).toBeLessThan(second)
  expect(third).toBe(first)
})

test('a post without a piece is like nothing, and no texts are like nothing', async () => {
  expect(await likenessByPieces(all(['room'], []), pieces(''), looking, wordEncoder)).toEqual([0, 0])
  expect(await likenessByPieces([], pieces('dog'), looking, wordEncoder)).toEqual([])
})
