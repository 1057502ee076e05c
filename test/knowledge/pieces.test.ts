// Likeness piece by piece: what each word of a post finds in a text.
import { expect, test } from '@jest/globals'
import { eachByTexts, likenessByPieces, meanOfBest, type TextLikes } from '../../knowledge/pieces.ts'
import { heardAs, wordEncoder } from '../fakes/word-encoder.ts'

const pieces = (text: string) => heardAs(text).pieces
const all = (...texts: string[][]) => texts.map((own) => own.map(pieces))
const best = (likes: TextLikes) => eachByTexts(likes, (texts) => Math.max(...texts))
const everywhere = { nearness: [0, 0, 0], finalists: 3 }

test('every piece of the post looks for its best in each text, and counts as much as any other', () => {
  // Two texts, of one piece and of two; three pieces of a post.
  const products = Float32Array.of(0.9, 0, 0.5, 0.3, 0.5, 0, 0.6, -1, -0.5)
  const [first = 0, second = 0] = meanOfBest(products, [1, 2])
  expect(first).toBeCloseTo((0.9 + 0.3 + 0.6) / 3)
  expect(second).toBeCloseTo((0.5 + 0.5 - 0.5) / 3)
})

test('a long text is not less like a post for what else it says', async () => {
  const long = 'my dog and all that one may say of rooms, trains, money and the sea'
  const likes = await likenessByPieces(all(['my dog'], [long]), pieces('dog'), everywhere, wordEncoder)
  const [short = 0, same] = best(likes)
  expect(short).toBeCloseTo(1)
  expect(same).toBeCloseTo(short)
})

test('each text has its own likeness, in their order', async () => {
  const held = all(['my room', 'my dog'], ['a dog'])
  const likes = await likenessByPieces(held, pieces('dog'), everywhere, wordEncoder)
  expect(likes.map((texts) => texts?.map((like) => Math.round(like)))).toEqual([[0, 1], [1]])
})

test('only the nearest are looked at; the others are no more like it than the least of these', async () => {
  const held = all(['room'], ['dog room'], ['dog'])
  const near = { nearness: [2, 1, 0], finalists: 2 }
  const likes = await likenessByPieces(held, pieces('dog room'), near, wordEncoder)
  expect(likes[2]).toBeNull()
  const [first = 0, second = 0, third] = best(likes)
  expect(second).toBeCloseTo(1)
  expect(first).toBeLessThan(second)
  expect(third).toBe(first)
})

test('a post without a piece is like nothing, and no texts are like nothing', async () => {
  const likes = await likenessByPieces(all(['room'], ['dog']), pieces(''), everywhere, wordEncoder)
  expect(best(likes)).toEqual([0, 0])
  expect(best(await likenessByPieces([], pieces('dog'), everywhere, wordEncoder))).toEqual([])
})
