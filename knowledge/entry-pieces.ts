// A post held against each entry piece by piece, in both languages.
import type { Entry, Lang } from './entry.ts'
import type { Encoder, Rows } from './judgement.ts'
import { mean, meanOfLargest } from './mean.ts'
import { eachByTexts, hearTexts, likenessByPieces, type Texts } from './pieces.ts'

/** Of an entry's variants in a language, so many are kept piece by piece: each is some kilobytes. */
const mostVariants = 10
/** Entries that are looked at piece by piece, those that come nearest as a whole: more made no difference on brands of forty to fifty. */
const finalists = 24
/** The nearest texts of an entry that count in each language. */
const nearest = 3

const langs = ['fr', 'en'] as const

/** An entry's texts: in each language its question with the answer, and its variants. */
export interface EntryPieces {
  texts: Texts
  /** One a text. */
  langs: readonly Lang[]
}

/** How like a post is to each entry, -1..1. */
export interface EntryLikeness {
  /** To the text that it is most like. */
  best: readonly number[]
  /** To the nearest three in each language that the entry has, on the mean. */
  both: readonly number[]
}

export async function piecesOf(entries: readonly Entry[], encoder: Encoder): Promise<EntryPieces[]> {
  const texts = entries.map((entry) =>
    langs.flatMap((lang) => textsOf(entry, lang).map((text) => ({ lang, text }))),
  )
  const heard = await hearTexts(
    texts.map((own) => own.map(({ text }) => text)),
    encoder,
  )
  return texts.map((own, at) => ({ texts: heard[at] ?? [], langs: own.map(({ lang }) => lang) }))
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
  const held = entries.map(({ texts }) => texts)
  const likes = await likenessByPieces(held, post, { nearness, finalists }, encoder)
  return {
    best: eachByTexts(likes, (texts) => Math.max(-1, ...texts)),
    both: eachByTexts(likes, (texts, at) => meanOfBoth(texts, entries[at]?.langs ?? [])),
  }
}

function meanOfBoth(likes: readonly number[], spoken: readonly Lang[]): number {
  const found = langs.filter((lang) => spoken.includes(lang))
  return mean(
    found.map((lang) =>
      meanOfLargest(
        likes.filter((_, at) => spoken[at] === lang),
        nearest,
      ),
    ),
  )
}
