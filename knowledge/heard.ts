// What the encoder hears in posts, read once though a post is matched and then screened.
import type { Encoder, Heard } from './judgement.ts'
import { longestText } from './text.ts'

/** Matching and screening follow each other closely: a few batches are enough. */
const mostRemembered = 256

/** @returns one a post, in their order; nulls without an encoder. */
export type Hear = (posts: readonly { text: string }[]) => Promise<readonly (Heard | null)[]>

export function rememberHeard(encoder: Encoder | undefined): Hear {
  if (!encoder) return async (posts) => posts.map(() => null)
  const known = new Map<string, Heard>()
  return async (posts) => {
    const texts = posts.map(({ text }) => text.slice(0, longestText))
    const fresh = [...new Set(texts)].filter((text) => !known.has(text))
    const made = fresh.length === 0 ? [] : await encoder.hear(fresh.map((text) => ({ text, role: 'query' })))
    for (const [at, text] of fresh.entries()) if (made[at]) known.set(text, made[at])
    const found = texts.map((text) => known.get(text) ?? null)
    for (const text of [...known.keys()].slice(0, Math.max(0, known.size - mostRemembered)))
      known.delete(text)
    return found
  }
}
