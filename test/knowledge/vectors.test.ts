// A post is read by the encoder once, though it is asked about twice; nothing is kept for ever.
import { expect, test } from '@jest/globals'
import type { Encoder } from '../../knowledge/index.ts'
import { rememberVectors } from '../../knowledge/vectors.ts'

function counting() {
  const read: string[] = []
  const encoder: Encoder = {
    async embed(texts) {
      read.push(...texts.map(({ text }) => text))
      return texts.map(({ text }) => {
        const meaning = new Float32Array([text.length])
        return { meaning, sound: meaning }
      })
    },
  }
  return { encoder, read }
}
const posts = (...texts: string[]) => texts.map((text) => ({ text }))

test('each text is read once, and comes back in its place', async () => {
  const { encoder, read } = counting()
  const vectorsOf = rememberVectors(encoder)
  await vectorsOf(posts('a', 'bb', 'a'))
  const vectors = await vectorsOf(posts('ccc', 'bb', 'a'))
  expect(vectors.map((vector) => vector?.meaning[0])).toEqual([3, 2, 1])
  expect(read).toEqual(['a', 'bb', 'ccc'])
})

test('a batch larger than what is remembered is answered whole', async () => {
  const { encoder, read } = counting()
  const vectorsOf = rememberVectors(encoder)
  const many = posts(...Array.from({ length: 400 }, (_, at) => `text ${at}`))
  expect((await vectorsOf(many)).every((vector) => vector !== null)).toBe(true)
  await vectorsOf(posts('text 0', 'text 399'))
  expect(read.length).toBe(401)
})

test('without an encoder there are no vectors', async () => {
  expect(await rememberVectors(undefined)(posts('a', 'b'))).toEqual([null, null])
})
