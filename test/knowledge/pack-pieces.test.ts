// A post held against a pack's questions piece by piece: a few phrasings of each, in both languages.
import { expect, test } from '@jest/globals'
import { parsePack } from '../../knowledge/index.ts'
import { likenessToPack, packPiecesOf } from '../../knowledge/pack-pieces.ts'
import { heardAs, listening, wordEncoder } from '../fakes/word-encoder.ts'

const pack = parsePack(
  [
    {
      id: 'room',
      question: { fr: 'Ma chambre', en: 'My room' },
      variants: { fr: ['un', 'deux', 'trois', 'quatre'], en: ['a bed'] },
    },
    { id: 'dog', question: { en: 'My dog' }, variants: { en: ['the dog'] } },
  ]
    .map((entry) => JSON.stringify(entry))
    .join('\n'),
)

test('a question is read with three variants a language', async () => {
  const { encoder, read } = listening()
  await packPiecesOf(pack, encoder)
  expect(read).toEqual(
    ['Ma chambre', 'un', 'deux', 'trois', 'My room', 'a bed', 'My dog', 'the dog'].map(
      (text) => `passage: ${text}`,
    ),
  )
})

test('a post is like the question whose phrasings say the same', async () => {
  const held = await packPiecesOf(pack, wordEncoder)
  const [room = 0, dog = 0] = await likenessToPack(held, heardAs('dog').pieces, [0, 0], wordEncoder)
  expect(dog).toBeCloseTo(1)
  expect(room).toBeLessThan(0.5)
})
