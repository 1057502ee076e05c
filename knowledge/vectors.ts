// The vectors of posts, made once though a post is matched and then screened.
import type { Encoder, Vectors } from './judgement.ts'
import { longestText } from './text.ts'

/** Matching and screening follow each other closely: a few batches are enough. */
const mostRemembered = 256

/** @returns one a post, in their order; nulls without an encoder. */
export type VectorsOf = (posts: readonly { text: string }[]) => Promise<readonly (Vectors | null)[]>

export function rememberVectors(encoder: Encoder | undefined): VectorsOf {
  if (!encoder) return async (posts) => posts.map(() => null)
  const known = new Map<string, Vectors>()
  return async (posts) => {
    const texts = posts.map(({ text }) => text.slice(0, longestText))
    const fresh = [...new Set(texts)].filter((text) => !known.has(text))
    const made = fresh.length === 0 ? [] : await encoder.embed(fresh.map((text) => ({ text, role: 'query' })))
    for (const [at, text] of fresh.entries()) if (made[at]) known.set(text, made[at])
    const found = texts.map((text) => known.get(text) ?? null)
    for (const text of [...known.keys()].slice(0, Math.max(0, known.size - mostRemembered)))
      known.delete(text)
    return found
  }
}
