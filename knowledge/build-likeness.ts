// Makes ready what posts are held against: every text read once, when the entries change.
import type { Entry, PackEntry } from './entry.ts'
import { piecesOf } from './entry-pieces.ts'
import type { Encoder } from './judgement.ts'
import { lend } from './lend.ts'
import type { Likeness } from './likeness.ts'
import { packPiecesOf } from './pack-pieces.ts'
import { phrasingsOf } from './phrasings.ts'
import { pointsOf } from './points.ts'
import { joinRows, rowOf } from './rows.ts'
import { buildIndex } from './search.ts'

/** Variants an entry, both languages together, from which they are many. */
const manyVariants = 2

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
  const meanings = joinRows(embedded.map(({ meaning }) => rowOf(meaning)))
  const points = encoder ? await pointsOf(entries, encoder) : { ...joinRows([]), owners: [] }
  const likeness: Likeness = {
    entries,
    phrased:
      phrasings.filter(({ role }) => role === 'variant').length < manyVariants * entries.length
        ? 'few'
        : 'many',
    phrasings,
    index,
    meanings,
    points,
    pieces,
    packPieces: encoder ? await packPiecesOf(pack, encoder) : [],
    lent: [],
  }
  return { ...likeness, lent: await lend(likeness, pack, encoder) }
}
