// Lexical likeness of a text to many phrasings at once: TF-IDF cosine over stems and over character n-grams.
import { characterGrams, stems } from './text.ts'
import { createVocabulary, type Terms, type Vocabulary } from './vocabulary.ts'

export interface SearchIndex {
  /** Cosine 0..1 to each phrasing, in the order in which they were given. */
  words(text: string): Float32Array
  grams(text: string): Float32Array
  /** Stems that the text shares with a phrasing. */
  shared(text: string, phrasing: number): string[]
}

/** The phrasings that hold a term lie side by side: those of term `t` from `starts[t]` to `starts[t + 1]`. */
interface Space {
  vocabulary: Vocabulary
  starts: Uint32Array
  phrasings: Uint32Array
  weights: Float64Array
  /** By term; 0 for a term that no phrasing here holds. */
  idf: Float64Array
  /** The weight of a term that no phrasing holds: it counts in a text's length. */
  unseen: number
  size: number
}

/** A text's stems in both languages: names and borrowed words are found whichever the text is in. */
export function bothStems(text: string): string[] {
  const [fr, en] = [stems(text, 'fr'), stems(text, 'en')]
  return [...fr, ...en.filter((stem) => !fr.includes(stem))]
}

/** More terms than this and the numbering begins anew; indexes that stand keep the one they were built with. */
const mostTerms = 1_000_000
const unseenAtMost = 5

let wordTerms = createVocabulary(bothStems)
let gramTerms = createVocabulary(characterGrams)

export function buildIndex(texts: readonly string[]): SearchIndex {
  if (wordTerms.size() > mostTerms) wordTerms = createVocabulary(bothStems)
  if (gramTerms.size() > mostTerms) gramTerms = createVocabulary(characterGrams)
  const words = buildSpace(wordTerms, texts)
  // Not everyone asks for the letters, and they take the longer.
  let grams: Space | null = null
  const numbering = gramTerms
  return {
    words: (text) => cosines(words, text),
    grams(text) {
      grams ??= buildSpace(numbering, texts)
      return cosines(grams, text)
    },
    shared: (text, phrasing) => {
      const own = new Set(bothStems(texts[phrasing] ?? ''))
      return [...new Set(bothStems(text))].filter((stem) => own.has(stem))
    },
  }
}

function buildSpace(vocabulary: Vocabulary, texts: readonly string[]): Space {
  const read = texts.map(vocabulary.keep)
  const size = texts.length
  const frequency = new Uint32Array(vocabulary.size())
  for (const { ids } of read) for (const id of ids) frequency[id] = (frequency[id] ?? 0) + 1
  const idf = Float64Array.from(frequency, (count) => (count === 0 ? 0 : Math.log(1 + size / count)))
  const starts = new Uint32Array(frequency.length + 1)
  for (const [term, count] of frequency.entries()) starts[term + 1] = (starts[term] ?? 0) + count
  const total = starts.at(-1) ?? 0
  const [phrasings, weights] = [new Uint32Array(total), new Float64Array(total)]
  const next = starts.slice()
  for (const [place, terms] of read.entries()) {
    const vector = unitVector(terms, idf)
    for (const [at, id] of terms.ids.entries()) {
      const free = next[id] ?? 0
      next[id] = free + 1
      phrasings[free] = place
      weights[free] = vector[at] ?? 0
    }
  }
  const seen = frequency.reduce((terms, count) => terms + Number(count > 0), 0)
  return {
    vocabulary,
    starts,
    phrasings,
    weights,
    idf,
    unseen: Math.min(Math.log(1 + seen), unseenAtMost),
    size,
  }
}

/** Sub-linear term frequency times inverse document frequency, of length 1. */
function unitVector({ ids, counts }: Terms, idf: Float64Array): Float64Array {
  const weights = Float64Array.from(ids, (id, at) => (1 + Math.log(counts[at] ?? 1)) * (idf[id] ?? 0))
  const length = Math.hypot(...weights) || 1
  return weights.map((weight) => weight / length)
}

/** A plain loop: thousands of phrasings are compared for every post. */
function cosines(space: Space, text: string): Float32Array {
  const { vocabulary, starts, phrasings, weights, idf, unseen, size } = space
  const terms = [...vocabulary.read(text)].map(([term, count]) => {
    const id = vocabulary.idOf(term) ?? idf.length
    return { id, weight: (1 + Math.log(count)) * (idf[id] || unseen) }
  })
  const length = Math.hypot(...terms.map(({ weight }) => weight)) || 1
  const sums = new Float32Array(size)
  for (const { id, weight } of terms) {
    const share = weight / length
    const end = id < idf.length ? (starts[id + 1] as number) : 0
    for (let at = starts[id] ?? end; at < end; at += 1)
      sums[phrasings[at] as number] =
        (sums[phrasings[at] as number] as number) + share * (weights[at] as number)
  }
  return sums
}
