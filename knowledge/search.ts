// Lexical likeness of a text to many phrasings at once: TF-IDF cosine over stems and over character n-grams.
import { characterGrams, stems } from './text.ts'

export interface SearchIndex {
  /** Cosine 0..1 to each phrasing, in the order in which they were given. */
  words(text: string): Float32Array
  grams(text: string): Float32Array
  /** Stems that the text shares with a phrasing. */
  shared(text: string, phrasing: number): string[]
}

interface Space {
  /** Term -> the phrasings that hold it, with their weight. */
  postings: ReadonlyMap<string, readonly (readonly [number, number])[]>
  idf: ReadonlyMap<string, number>
  size: number
}

/** A text's stems in both languages: names and borrowed words are found whichever the text is in. */
export function bothStems(text: string): string[] {
  const [fr, en] = [stems(text, 'fr'), stems(text, 'en')]
  return [...fr, ...en.filter((stem) => !fr.includes(stem))]
}

export function buildIndex(phrasings: readonly string[]): SearchIndex {
  const wordTerms = phrasings.map(bothStems)
  const words = buildSpace(wordTerms)
  const grams = buildSpace(phrasings.map((text) => characterGrams(text)))
  return {
    words: (text) => cosines(words, bothStems(text)),
    grams: (text) => cosines(grams, characterGrams(text)),
    shared: (text, phrasing) => {
      const own = new Set(wordTerms[phrasing])
      return [...new Set(bothStems(text))].filter((stem) => own.has(stem))
    },
  }
}

function buildSpace(documents: readonly (readonly string[])[]): Space {
  const frequency = new Map<string, number>()
  for (const terms of documents)
    for (const term of new Set(terms)) frequency.set(term, (frequency.get(term) ?? 0) + 1)
  const idf = new Map([...frequency].map(([term, count]) => [term, Math.log(1 + documents.length / count)]))
  const postings = new Map<string, [number, number][]>()
  for (const [document, terms] of documents.entries())
    for (const [term, weight] of unitVector(terms, idf)) {
      const list = postings.get(term)
      if (list) list.push([document, weight])
      else postings.set(term, [[document, weight]])
    }
  return { postings, idf, size: documents.length }
}

/** Sub-linear term frequency times inverse document frequency, of length 1. Terms no phrasing holds count in length. */
function unitVector(terms: readonly string[], idf: ReadonlyMap<string, number>): Map<string, number> {
  const counts = new Map<string, number>()
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1)
  const unseen = Math.log(1 + idf.size)
  const weights = new Map(
    [...counts].map(([term, count]) => [
      term,
      (1 + Math.log(count)) * (idf.get(term) ?? Math.min(unseen, 5)),
    ]),
  )
  const length = Math.hypot(...weights.values()) || 1
  return new Map([...weights].map(([term, weight]) => [term, weight / length]))
}

function cosines({ postings, idf, size }: Space, terms: readonly string[]): Float32Array {
  const sums = new Float32Array(size)
  for (const [term, weight] of unitVector(terms, idf))
    for (const [document, other] of postings.get(term) ?? [])
      sums[document] = (sums[document] ?? 0) + weight * other
  return sums
}
