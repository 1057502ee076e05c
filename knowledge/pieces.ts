// Likeness piece by piece: each piece of a post looks for the piece of an entry that is most like it (late interaction, Khattab and Zaharia 2020).
import { dot } from './dot.ts'
import type { Entry, Lang } from './entry.ts'
import type { Encoder, Pieces } from './judgement.ts'

/** Of an entry's variants in a language, so many are kept piece by piece: each is some kilobytes. */
const mostVariants = 6
/** Entries that are looked at piece by piece: those that come nearest as a whole. */
const finalists = 10

/** An entry's texts by language: its question with the answer, and its variants. */
export type EntryPieces = Readonly<Record<Lang, readonly Pieces[]>>

/** An entry that lacks a language is known by the other. */
export async function piecesOf(entries: readonly Entry[], encoder: Encoder): Promise<EntryPieces[]> {
  const texts = entries.flatMap((entry, owner) =>
    (['fr', 'en'] as const).flatMap((lang) => textsOf(entry, lang).map((text) => ({ owner, lang, text }))),
  )
  const heard = await encoder.hear(texts.map(({ text }) => ({ text, role: 'passage' as const })))
  const found = entries.map((): Record<Lang, Pieces[]> => ({ fr: [], en: [] }))
  for (const [at, { owner, lang }] of texts.entries())
    if (heard[at]) found[owner]?.[lang].push(heard[at].pieces)
  return found.map(({ fr, en }) => ({ fr: fr.length > 0 ? fr : en, en: en.length > 0 ? en : fr }))
}

function textsOf({ question, answer, variants }: Entry, lang: Lang): string[] {
  const whole = [question[lang], answer[lang]].filter(Boolean).join(' ')
  return [...(whole === '' ? [] : [whole]), ...(variants?.[lang] ?? []).slice(0, mostVariants)]
}

/**
 * How like a post is to each entry, -1..1.
 * @param nearness of the whole post to each entry: only the nearest are looked at, and the others are no more like it than the least of these.
 */
export function likenessByPieces(
  entries: readonly EntryPieces[],
  post: Pieces,
  lang: Lang,
  nearness: readonly number[],
): number[] {
  const looked = [...entries.keys()]
    .toSorted((a, b) => (nearness[b] ?? 0) - (nearness[a] ?? 0))
    .slice(0, finalists)
  const found = new Map(
    looked.map((at) => [
      at,
      Math.max(-1, ...(entries[at]?.[lang] ?? []).map((text) => pieceLikeness(post, text))),
    ]),
  )
  const least = Math.min(...found.values())
  return entries.map((_, at) => found.get(at) ?? least)
}

/** What the post's pieces find in a text, on the mean, -1..1. */
export function pieceLikeness(post: Pieces, text: Pieces): number {
  const { width } = post
  const [asked, held] = [post.vectors.length, text.vectors.length]
  let sum = 0
  for (let one = 0; one < asked; one += width) {
    let best = -1
    for (let other = 0; other < held; other += width)
      best = Math.max(best, dot(post.vectors, text.vectors, width, one, other))
    sum += best
  }
  return asked === 0 ? 0 : sum / (asked / width)
}
