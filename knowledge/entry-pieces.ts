// A post held against each entry piece by piece, in both languages.
import type { Entry, Lang } from './entry.ts'
import type { Encoder, Rows } from './judgement.ts'
import { likenessByPieces, type Texts, textsIn } from './pieces.ts'

/** Of an entry's variants in a language, so many are kept piece by piece: each is some kilobytes. */
const mostVariants = 6
/** More than these made no difference on brands with forty to fifty entries. */
const finalists = 24

/** An entry's texts by language: its question with the answer, and its variants. */
export type EntryPieces = Readonly<Record<Lang, Texts>>

/** How like a post is to each entry, -1..1. */
export interface EntryLikeness {
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

/** @param nearness of the whole post to each entry. */
export async function likenessToEntries(
  entries: readonly EntryPieces[],
  post: Rows,
  nearness: readonly number[],
  encoder: Pick<Encoder, 'products'>,
): Promise<EntryLikeness> {
  const looking = { nearness, finalists, best: 1 }
  const fr = await likenessByPieces(
    entries.map((entry) => entry.fr),
    post,
    looking,
    encoder,
  )
  const en = await likenessByPieces(
    entries.map((entry) => entry.en),
    post,
    looking,
    encoder,
  )
  return {
    better: fr.map((like, at) => Math.max(like, en[at] ?? -1)),
    both: fr.map((like, at) => (like + (en[at] ?? 0)) / 2),
  }
}
