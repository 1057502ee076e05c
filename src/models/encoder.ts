// The text encoder behind its port: unit vectors, kept for texts that come again.
import type { Encoder, Vectors } from '../ports/index.ts'
import { runBatched, type Stack } from './batch.ts'
import { end, start, type TextIds } from './text.ts'

const longestText = 128
/** Entries and phrasings of a large brand fit; what is oldest goes first. */
const mostKept = 20_000

export interface EncoderParts {
  stack: Stack
  text: TextIds
  dimensions: number
  /** Meaning computed before; what such a text sounds like is never asked. */
  known?: (text: string) => Float32Array | null
}

/** The prefixes are those that the encoder was trained with (Wang et al. 2024). */
export function createEncoder({ stack, text, dimensions, known }: EncoderParts): Encoder {
  const nothing: Vectors = { meaning: new Float32Array(dimensions), sound: new Float32Array(dimensions) }
  const kept = new Map<string, Vectors>()
  return {
    async embed(texts) {
      const keys = texts.map(({ text, role }) => `${role}: ${text}`)
      for (const key of keys) {
        const meaning = kept.has(key) ? null : (known?.(key) ?? null)
        if (meaning) kept.set(key, { meaning, sound: nothing.sound })
      }
      const fresh = [...new Set(keys)].filter((key) => !kept.has(key))
      const rows = fresh.map((key) => ({ ids: [start, ...text.ids(key, longestText), end] }))
      const vectors = await runBatched(stack, rows, (outputs, place): Vectors => {
        const part = (name: string) => {
          const all = outputs[name]?.data
          if (!(all instanceof Float32Array)) throw new Error(`The encoder gives no "${name}".`)
          return all.slice(place * dimensions, (place + 1) * dimensions)
        }
        return { meaning: part('embedding'), sound: part('sound') }
      })
      const found = new Map(fresh.map((key, at) => [key, vectors[at] ?? nothing]))
      const answer = keys.map((key) => found.get(key) ?? kept.get(key) ?? nothing)
      for (const [key, vector] of found) kept.set(key, vector)
      for (const key of kept.keys()) {
        if (kept.size <= mostKept) break
        kept.delete(key)
      }
      return answer
    },
  }
}
