// A post held against every phrasing: by its words, its letters and, with an encoder, its meaning.
import type { Lang } from './entry.ts'
import { type EntryLikeness, likenessToEntries } from './entry-pieces.ts'
import type { Encoder, Heard } from './judgement.ts'
import { detectLanguage } from './languages/index.ts'
import { nearnessToPack } from './lend.ts'
import type { Likeness } from './likeness.ts'
import { bestByOwner, nearestOf } from './nearest.ts'
import { likenessToPack } from './pack-pieces.ts'
import { rowOf } from './rows.ts'

/** How like a post is to each phrasing, by its words, its letters and, with an encoder, its meaning; looked up once. */
export interface Spaces {
  text: string
  /** French where it cannot be told. */
  lang: Lang
  words: Float32Array
  grams: Float32Array
  meaning: Float32Array | null
  /** How like it is to each entry's nearest key point; null without an encoder. */
  points: readonly number[] | null
  /** How like it is to each entry, by the pieces of both; null without an encoder. */
  pieces: EntryLikeness | null
  /** How like it is to each of the pack's questions, by the pieces of both; null without an encoder. */
  packPieces: readonly number[] | null
}

export function spacesOfWords({ index }: Likeness, text: string): Spaces {
  return {
    text,
    lang: detectLanguage(text) === 'en' ? 'en' : 'fr',
    words: index.words(text),
    grams: index.grams(text),
    meaning: null,
    points: null,
    pieces: null,
    packPieces: null,
  }
}

/** @param heard the post as this encoder hears it. */
export async function spacesOf(
  likeness: Likeness,
  text: string,
  heard: Heard,
  encoder: Pick<Encoder, 'products'>,
): Promise<Spaces> {
  const { entries, meanings, points, pieces, packPieces } = likeness
  const words = spacesOfWords(likeness, text)
  const asked = rowOf(heard.meaning)
  const meaning = await encoder.products(asked, [meanings])
  return {
    ...words,
    meaning,
    points: bestByOwner(entries.length, points.owners, await encoder.products(asked, [points])),
    pieces: await likenessToEntries(pieces, heard.pieces, nearestOf(likeness, meaning), encoder),
    packPieces: await likenessToPack(packPieces, heard.pieces, nearnessToPack(likeness, meaning), encoder),
  }
}

/**
 * One post after the other, since each takes some megabytes of memory for a moment.
 * @param heard the posts as this encoder hears them; by words alone where it or a post's is absent.
 */
export async function spacesOfPosts(
  likeness: Likeness,
  texts: readonly string[],
  heard: readonly (Heard | null)[],
  encoder: Pick<Encoder, 'products'> | undefined,
): Promise<Spaces[]> {
  const spaces: Spaces[] = []
  for (const [at, text] of texts.entries()) {
    const found = heard[at]
    spaces.push(
      encoder && found ? await spacesOf(likeness, text, found, encoder) : spacesOfWords(likeness, text),
    )
  }
  return spaces
}
