// A closer look at the entry that matching puts first: it is read together with the post.
import { entryIn } from './cues.ts'
import type { Entry, Lang } from './entry.ts'
import type { Verifier, VerifyInput } from './judgement.ts'
import type { Likeness } from './likeness.ts'
import { isWorthReading, type Look } from './match.ts'
import type { Spaces } from './spaces.ts'
import type { MatchWeights } from './weights/weights.ts'

/** A pack question lends an entry its words where so much of it is the entry's. */
const leastLent = 0.5

/** Reads the posts for which it is worth the time beside their first entry, all in one go. */
export async function verifyLooks(
  likeness: Likeness,
  looks: readonly Look[],
  weights: MatchWeights,
  verifier: Verifier,
): Promise<Look[]> {
  const read = looks.filter((look) => isWorthReading(likeness, look, weights))
  const scores = await verifier.score(
    read.map(({ spaces, shares }) => verifyInput(likeness, spaces, firstOf(shares), spaces.lang)),
  )
  const found = new Map(read.map((look, at) => [look, scores[at] ?? null]))
  return looks.map((look) => ({ ...look, score: found.get(look) ?? null }))
}

export const firstOf = (shares: readonly number[]): number => shares.indexOf(Math.max(...shares))

/** The entry as it stands beside the post, with its nearest other phrasing where it has any. */
export function verifyInput(
  likeness: Likeness,
  { text, meaning }: Spaces,
  place: number,
  lang: Lang,
): VerifyInput {
  const entry = likeness.entries[place] as Entry
  const { question, answer } = entryIn(entry, lang)
  return { post: text, question, phrasing: meaning && nearestPhrasing(likeness, meaning, place), answer }
}

function nearestPhrasing({ phrasings, lent }: Likeness, meaning: Float32Array, place: number): string | null {
  let best: string | null = null
  let top = 0
  for (const [at, { role, owner, text }] of phrasings.entries()) {
    const own =
      role === 'variant' ? owner === place : role === 'pack' && (lent[owner]?.[place] ?? 0) >= leastLent
    if (own && (meaning[at] ?? 0) > top) {
      top = meaning[at] ?? 0
      best = text
    }
  }
  return best
}
