// A post held against every phrasing: by its words, its letters and, with an encoder, its meaning.
import type { Lang } from './entry.ts'
import type { Encoder, Heard } from './judgement.ts'
import { detectLanguage } from './languages/index.ts'
import type { Likeness } from './likeness.ts'
import { cosinesTo, nearestOf, nearestPoints } from './nearest.ts'
import { likenessByPieces } from './pieces.ts'

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
  /** The same by the pieces of both; null without an encoder. */
  pieces: readonly number[] | null
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
  }
}

/** @param heard the post as this encoder hears it. */
export async function spacesOf(
  likeness: Likeness,
  text: string,
  heard: Heard,
  encoder: Pick<Encoder, 'products'>,
): Promise<Spaces> {
  const { entries, vectors, points, pieces } = likeness
  const words = spacesOfWords(likeness, text)
  const meaning = cosinesTo(vectors, heard.meaning)
  const near = nearestOf(likeness, meaning)
  return {
    ...words,
    meaning,
    points: nearestPoints(entries.length, points, heard.meaning),
    pieces: await likenessByPieces(pieces, heard.pieces, words.lang, near, encoder),
  }
}
