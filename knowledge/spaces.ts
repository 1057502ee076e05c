// A post held against every phrasing: by its words, its letters and, with an encoder, its meaning.
import type { Lang } from './entry.ts'
import type { Heard } from './judgement.ts'
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

/** @param heard the post as the encoder hears it; null without an encoder. */
export function spacesOf(likeness: Likeness, text: string, heard: Heard | null): Spaces {
  const { index } = likeness
  const lang = detectLanguage(text) === 'en' ? 'en' : 'fr'
  const letters = { text, lang, words: index.words(text), grams: index.grams(text) } as const
  return heard
    ? { ...letters, ...heardSpaces(likeness, lang, heard) }
    : { ...letters, meaning: null, points: null, pieces: null }
}

function heardSpaces(likeness: Likeness, lang: Lang, { meaning: vector, pieces: post }: Heard) {
  const { entries, vectors, points, pieces } = likeness
  const meaning = cosinesTo(vectors, vector)
  return {
    meaning,
    points: nearestPoints(entries.length, points, vector),
    pieces: likenessByPieces(pieces, post, lang, nearestOf(likeness, meaning)),
  }
}
