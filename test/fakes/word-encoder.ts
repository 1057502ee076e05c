// An encoder for tests: a word is a direction, so that texts are alike by the words that they share.
import type { Encoder, Heard, Rows } from '../../knowledge/index.ts'

const dimensions = 64

export function vectorOf(text: string): Float32Array {
  const vector = new Float32Array(dimensions)
  for (const word of text.toLowerCase().match(/\p{L}+/gu) ?? []) {
    const place = [...word].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % dimensions, 7)
    vector[place] = (vector[place] ?? 0) + 1
  }
  const length = Math.hypot(...vector) || 1
  return vector.map((value) => value / length)
}

/** Each word is a piece. */
export function heardAs(text: string): Heard {
  const words = text.match(/\p{L}+/gu) ?? []
  return {
    meaning: vectorOf(text),
    sound: new Float32Array(),
    pieces: {
      width: dimensions,
      vectors: Float32Array.from(words.flatMap((word) => [...vectorOf(word)])),
    },
  }
}

export const wordEncoder: Encoder = {
  embed: async (texts) => texts.map(({ text }) => heardAs(text)),
  hear: async (texts) => texts.map(({ text }) => heardAs(text)),
  products: async (asked, held) =>
    Float32Array.from(
      vectorsIn(asked).flatMap((one) => held.flatMap(vectorsIn).map((other) => product(one, other))),
    ),
}

const product = (a: Float32Array, b: Float32Array) =>
  a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0)

const vectorsIn = ({ width, vectors }: Rows) =>
  Array.from({ length: width === 0 ? 0 : vectors.length / width }, (_, at) =>
    vectors.subarray(at * width, (at + 1) * width),
  )

/** The same, keeping what it was asked to hear. */
export function listening(): { encoder: Encoder; read: string[] } {
  const read: string[] = []
  const encoder: Encoder = {
    ...wordEncoder,
    hear: async (texts) => {
      read.push(...texts.map(({ text, role }) => `${role}: ${text}`))
      return wordEncoder.hear(texts)
    },
  }
  return { encoder, read }
}
