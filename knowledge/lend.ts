// A pack's questions lend their phrasings to the entries that they belong to.
import type { PackEntry } from './entry.ts'
import type { Encoder } from './judgement.ts'
import type { Likeness } from './likeness.ts'
import { meanOfNearest } from './nearest.ts'
import { rowOf } from './rows.ts'

/** How sharply a likeness turns into a share: cosines of meaning stand closer together than those of words. */
export const sharpness = { words: 24, meaning: 50, pieces: 20 }

/** Which entry each pack question belongs to, as shares: an entry's own question is put to the pack's phrasings. */
export async function lend(
  likeness: Likeness,
  pack: readonly PackEntry[],
  encoder: Encoder | undefined,
): Promise<number[][]> {
  const { entries, phrasings, index, meanings } = likeness
  if (pack.length === 0) return []
  const own = phrasings.filter(({ role }) => role === 'question')
  const asked = encoder ? await encoder.embed(own.map(({ text }) => ({ text, role: 'query' as const }))) : []
  const spaces = await Promise.all(
    own.map(({ text }, at) => {
      const meaning = asked[at]?.meaning
      return encoder && meaning
        ? encoder.products(rowOf(meaning), [meanings])
        : meanOfBoth(index.words(text), index.grams(text))
    }),
  )
  const likes = own.map(({ owner }, at) => ({
    owner,
    topics: meanOfNearest(phrasings, spaces[at] as Float32Array, pack.length, ['pack']),
  }))
  const sharply = encoder ? sharpness.meaning : sharpness.words
  return pack.map(({ id }, topic) =>
    softmax(
      entries.map(({ unlinked = [] }, entry) =>
        unlinked.includes(id)
          ? Number.NEGATIVE_INFINITY
          : Math.max(...likes.filter(({ owner }) => owner === entry).map(({ topics }) => topics[topic] ?? 0)),
      ),
      sharply,
    ),
  )
}

export const packColumn = (likeness: Likeness, space: Float32Array, sharply: number): number[] =>
  byLent(likeness, nearnessToPack(likeness, space), sharply)

/** How near the nearest phrasings of each pack question are. */
export const nearnessToPack = ({ phrasings, lent }: Likeness, space: Float32Array): number[] =>
  meanOfNearest(phrasings, space, lent.length, ['pack'])

/** log P(entry | post) by way of the pack's questions: which of them the post asks, and which entry answers that. */
export function byLent({ entries, lent }: Likeness, likes: readonly number[], sharply: number): number[] {
  if (lent.length === 0) return entries.map(() => 0)
  const asked = softmax(likes, sharply)
  return entries.map((_, entry) =>
    Math.log(1e-4 + asked.reduce((sum, share, topic) => sum + share * (lent[topic]?.[entry] ?? 0), 0)),
  )
}

export const meanOfBoth = (a: Float32Array, b: Float32Array) =>
  a.map((value, at) => (value + (b[at] ?? 0)) / 2)

/** What is minus infinity has no share; where all are, nobody has. */
function softmax(values: readonly number[], sharply: number): number[] {
  const top = Math.max(...values)
  if (top === Number.NEGATIVE_INFINITY) return values.map(() => 0)
  const powers = values.map((value) => Math.exp((value - top) * sharply))
  const total = powers.reduce((a, b) => a + b, 0)
  return powers.map((power) => power / total)
}
