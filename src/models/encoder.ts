// The text encoder behind its port: unit vectors, kept for texts that come again.
import type { InferenceSession } from 'onnxruntime-node'
import type { Encoder } from '../ports/index.ts'
import { runBatched } from './batch.ts'
import { end, start, type TextIds } from './text.ts'

const longestText = 128
/** Entries and phrasings of a large brand fit; what is oldest goes first. */
const mostKept = 20_000

export interface EncoderParts {
  runtime: typeof import('onnxruntime-node')
  session: InferenceSession
  text: TextIds
  dimensions: number
}

/** The prefixes are those that the encoder was trained with (Wang et al. 2024). */
export function createEncoder({ runtime, session, text, dimensions }: EncoderParts): Encoder {
  const kept = new Map<string, Float32Array>()
  return {
    async embed(texts) {
      const keys = texts.map(({ text, role }) => `${role}: ${text}`)
      const fresh = [...new Set(keys)].filter((key) => !kept.has(key))
      const rows = fresh.map((key) => ({ ids: [start, ...text.ids(key, longestText), end] }))
      const vectors = await runBatched(runtime, session, rows, ({ embedding }, place) =>
        (embedding?.data as Float32Array).slice(place * dimensions, (place + 1) * dimensions),
      )
      const found = new Map(fresh.map((key, at) => [key, vectors[at] ?? new Float32Array(dimensions)]))
      const answer = keys.map((key) => found.get(key) ?? kept.get(key) ?? new Float32Array(dimensions))
      for (const [key, vector] of found) kept.set(key, vector)
      for (const key of kept.keys()) {
        if (kept.size <= mostKept) break
        kept.delete(key)
      }
      return answer
    },
  }
}
