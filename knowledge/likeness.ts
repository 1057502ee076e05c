// What posts are held against: a brand's entries and its pack's questions, as the matching reads them.
import type { Entry, PackEntry } from './entry.ts'
import type { Encoder } from './judgement.ts'
import { lend } from './lend.ts'
import { type Phrasing, phrasingsOf } from './phrasings.ts'
import { type EntryPieces, piecesOf } from './pieces.ts'
import { type Point, pointsOf } from './points.ts'
import { buildIndex, type SearchIndex } from './search.ts'

/** How many ways of asking the entries hold: what counts in one case says little in the other. */
export type Phrased = 'few' | 'many'
/** Variants an entry, both languages together, from which they are many. */
const manyVariants = 2

export interface Likeness {
  entries: readonly Entry[]
  phrased: Phrased
  phrasings: readonly Phrasing[]
  index: SearchIndex
  /** One unit vector a phrasing; empty without an encoder. */
  vectors: readonly Float32Array[]
  /** Empty without an encoder. */
  points: readonly Point[]
  /** One an entry; empty without an encoder. */
  pieces: readonly EntryPieces[]
  /** P(entry | pack question), learned from how like they are. */
  lent: readonly (readonly number[])[]
}

export async function buildLikeness(
  entries: readonly Entry[],
  pack: readonly PackEntry[],
  encoder?: Encoder,
): Promise<Likeness> {
  const phrasings = phrasingsOf(entries, pack)
  const index = buildIndex(phrasings.map(({ text }) => text))
  // First, since the encoder then knows the answers when they are asked for as a whole.
  const pieces = encoder ? await piecesOf(entries, encoder) : []
  const embedded = encoder
    ? await encoder.embed(
        phrasings.map(({ text, meant = text }) => ({ text: meant, role: 'passage' as const })),
      )
    : []
  const vectors = embedded.map(({ meaning }) => meaning)
  const points = encoder ? await pointsOf(entries, encoder) : []
  const likeness: Likeness = {
    entries,
    phrased:
      phrasings.filter(({ role }) => role === 'variant').length < manyVariants * entries.length
        ? 'few'
        : 'many',
    phrasings,
    index,
    vectors,
    points,
    pieces,
    lent: [],
  }
  return { ...likeness, lent: await lend(likeness, pack, encoder) }
}
