// Likeness piece by piece: each piece of a post looks for the piece of an entry that is most like it (late interaction, Khattab and Zaharia 2020).
import type { Entry, Lang } from './entry.ts'
import type { Encoder, Pieces } from './judgement.ts'

/** Of an entry's variants in a language, so many are kept piece by piece: each is some kilobytes. */
const mostVariants = 6
/** Entries that are looked at piece by piece: those that come nearest as a whole. */
const finalists = 10

/** The pieces of some texts, one text after the other, and how many each has. */
export interface Texts extends Pieces {
  lengths: readonly number[]
}

/** An entry's texts by language: its question with the answer, and its variants. */
export type EntryPieces = Readonly<Record<Lang, Texts>>

/** An entry that lacks a language is known by the other. */
export async function piecesOf(entries: readonly Entry[], encoder: Encoder): Promise<EntryPieces[]> {
  const texts = entries.flatMap((entry, owner) =>
    (['fr', 'en'] as const).flatMap((lang) => textsOf(entry, lang).map((text) => ({ owner, lang, text }))),
  )
  const heard = await encoder.hear(texts.map(({ text }) => ({ text, role: 'passage' as const })))
  const found = entries.map((): Record<Lang, Pieces[]> => ({ fr: [], en: [] }))
  for (const [at, { owner, lang }] of texts.entries())
    if (heard[at]) found[owner]?.[lang].push(heard[at].pieces)
  return found.map(({ fr, en }) => ({
    fr: joined(fr.length > 0 ? fr : en),
    en: joined(en.length > 0 ? en : fr),
  }))
}

function textsOf({ question, answer, variants }: Entry, lang: Lang): string[] {
  const whole = [question[lang], answer[lang]].filter(Boolean).join(' ')
  return [...(whole === '' ? [] : [whole]), ...(variants?.[lang] ?? []).slice(0, mostVariants)]
}

function joined(texts: readonly Pieces[]): Texts {
  const vectors = new Float32Array(texts.reduce((sum, one) => sum + one.vectors.length, 0))
  let from = 0
  for (const one of texts) {
    vectors.set(one.vectors, from)
    from += one.vectors.length
  }
  const width = texts[0]?.width ?? 0
  return { width, vectors, lengths: texts.map((one) => one.vectors.length / width) }
}

/**
 * How like a post is to each entry, -1..1.
 * @param nearness of the whole post to each entry: only the nearest are looked at, and the others are no more like it than the least of these.
 */
export async function likenessByPieces(
  entries: readonly EntryPieces[],
  post: Pieces,
  lang: Lang,
  nearness: readonly number[],
  { products }: Pick<Encoder, 'products'>,
): Promise<number[]> {
  const looked = [...entries.keys()]
    .toSorted((a, b) => (nearness[b] ?? 0) - (nearness[a] ?? 0))
    .slice(0, finalists)
  const texts = looked.map((at) => (entries[at] as EntryPieces)[lang])
  const held = joined(texts)
  if (post.vectors.length === 0 || held.vectors.length === 0) return entries.map(() => 0)
  const likes = meanOfBest(
    await products(post, held),
    texts.flatMap(({ lengths }) => lengths),
  )
  const owners = looked.flatMap((at, place) => (texts[place]?.lengths ?? []).map(() => at))
  const best = new Map<number, number>()
  for (const [at, owner] of owners.entries())
    best.set(owner, Math.max(best.get(owner) ?? -1, likes[at] ?? -1))
  const least = Math.min(...best.values())
  return entries.map((_, at) => best.get(at) ?? least)
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
