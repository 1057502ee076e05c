// Likeness piece by piece: each piece of a post looks for the piece of an entry that is most like it (late interaction, Khattab and Zaharia 2020).
import type { Entry, Lang } from './entry.ts'
import type { Encoder, Rows } from './judgement.ts'
import { countOf, joinRows } from './rows.ts'

/** Of an entry's variants in a language, so many are kept piece by piece: each is some kilobytes. */
const mostVariants = 6
/** Entries that are looked at piece by piece: those that come nearest as a whole. */
const finalists = 24

/** The pieces of some texts, one text after the other, and how many each has. */
export interface Texts extends Rows {
  lengths: readonly number[]
}

/** An entry's texts by language: its question with the answer, and its variants. */
export type EntryPieces = Readonly<Record<Lang, Texts>>

/** How like a post is to each entry, -1..1. */
export interface PieceLikeness {
  /** In the language in which it is more like it. */
  better: readonly number[]
  /** In both languages, on the mean. */
  both: readonly number[]
}

/** An entry that lacks a language is known by the other. */
export async function piecesOf(entries: readonly Entry[], encoder: Encoder): Promise<EntryPieces[]> {
  const texts = entries.flatMap((entry, owner) =>
    (['fr', 'en'] as const).flatMap((lang) => textsOf(entry, lang).map((text) => ({ owner, lang, text }))),
  )
  const heard = await encoder.hear(texts.map(({ text }) => ({ text, role: 'passage' as const })))
  const found = entries.map((): Record<Lang, Rows[]> => ({ fr: [], en: [] }))
  for (const [at, { owner, lang }] of texts.entries())
    if (heard[at]) found[owner]?.[lang].push(heard[at].pieces)
  return found.map(({ fr, en }) => ({
    fr: textsIn(fr.length > 0 ? fr : en),
    en: textsIn(en.length > 0 ? en : fr),
  }))
}

function textsOf({ question, answer, variants }: Entry, lang: Lang): string[] {
  const whole = [question[lang], answer[lang]].filter(Boolean).join(' ')
  return [...(whole === '' ? [] : [whole]), ...(variants?.[lang] ?? []).slice(0, mostVariants)]
}

const textsIn = (texts: readonly Rows[]): Texts => ({ ...joinRows(texts), lengths: texts.map(countOf) })

/** @param nearness of the whole post to each entry: only the nearest are looked at, and the others are no more like it than the least of these. */
export async function likenessByPieces(
  entries: readonly EntryPieces[],
  post: Rows,
  nearness: readonly number[],
  encoder: Pick<Encoder, 'products'>,
): Promise<PieceLikeness> {
  const looked = [...entries.keys()]
    .toSorted((a, b) => (nearness[b] ?? 0) - (nearness[a] ?? 0))
    .slice(0, finalists)
  const [fr, en] = await Promise.all(
    (['fr', 'en'] as const).map((lang) =>
      bestOfTexts(
        post,
        looked.map((at) => (entries[at] as EntryPieces)[lang]),
        encoder,
      ),
    ),
  )
  const spread = (likes: readonly number[]) => {
    const found = new Map(looked.map((at, place) => [at, likes[place] ?? 0]))
    const least = Math.min(...likes)
    return entries.map((_, at) => found.get(at) ?? least)
  }
  return {
    better: spread(looked.map((_, at) => Math.max(fr?.[at] ?? 0, en?.[at] ?? 0))),
    both: spread(looked.map((_, at) => ((fr?.[at] ?? 0) + (en?.[at] ?? 0)) / 2)),
  }
}

/** How like a post is to the best of each entry's texts. */
async function bestOfTexts(
  post: Rows,
  texts: readonly Texts[],
  { products }: Pick<Encoder, 'products'>,
): Promise<number[]> {
  const likes = meanOfBest(
    await products(post, joinRows(texts)),
    texts.flatMap(({ lengths }) => lengths),
  )
  const owners = texts.flatMap(({ lengths }, owner) => lengths.map(() => owner))
  const best = texts.map(() => -1)
  for (const [at, owner] of owners.entries()) best[owner] = Math.max(best[owner] ?? -1, likes[at] ?? -1)
  return best
}

/**
 * What a post's pieces find in each text, on the mean, -1..1.
 * @param products of the post's pieces, a row each, with those of the texts, a column each.
 * @param lengths of the texts, in pieces.
 */
export function meanOfBest(products: Float32Array, lengths: readonly number[]): number[] {
  const columns = lengths.reduce((sum, length) => sum + length, 0)
  let until = 0
  return lengths.map((length) => {
    const from = until
    until += length
    let [sum, rows] = [0, 0]
    for (let row = 0; row < products.length; row += columns) {
      let best = -1
      for (let at = row + from; at < row + until; at += 1) best = Math.max(best, products[at] as number)
      sum += best
      rows += 1
    }
    return rows === 0 ? 0 : sum / rows
  })
}
