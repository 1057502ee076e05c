// A post is read by the encoder once, though it is asked about twice; nothing is kept for ever.
import { expect, test } from '@jest/globals'
import { rememberHeard } from '../../knowledge/heard.ts'
import type { Encoder } from '../../knowledge/index.ts'
import { heardAs, wordEncoder } from '../fakes/word-encoder.ts'

function counting() {
  const read: string[] = []
  const encoder: Encoder = {
    ...wordEncoder,
    async hear(texts) {
      read.push(...texts.map(({ text }) => text))
      return texts.map(({ text }) => ({ ...heardAs(text), meaning: new Float32Array([text.length]) }))
    },
  }
  return { encoder, read }
}
const posts = (...texts: string[]) => texts.map((text) => ({ text }))

test('each text is read once, and comes back in its place', async () => {
  const { encoder, read } = counting()
  const hear = rememberHeard(encoder)
  await hear(posts('a', 'bb', 'a'))
  const vectors = await hear(posts('ccc', 'bb', 'a'))
  expect(vectors.map((vector) => vector?.meaning[0])).toEqual([3, 2, 1])
  expect(read).toEqual(['a', 'bb', 'ccc'])
})

test('a batch larger than what is remembered is answered whole', async () => {
  const { encoder, read } = counting()
  const hear = rememberHeard(encoder)
  const many = posts(...Array.from({ length: 400 }, (_, at) => `text ${at}`))
  expect((await hear(many)).every((vector) => vector !== null)).toBe(true)
  await hear(posts('text 0', 'text 399'))
  expect(read.length).toBe(401)
})

test('without an encoder there are no vectors', async () => {
  expect(await rememberHeard(undefined)(posts('a', 'b'))).toEqual([null, null])
})
