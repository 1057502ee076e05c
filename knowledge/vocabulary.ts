// Numbers the terms of phrasings and keeps what it read: a brand's knowledge is built anew whenever a phrasing is
// learned, and nearly all its texts are the same as before.

export interface Terms {
  /** Numbers of the terms, each once, in the order in which they first stand. */
  ids: Uint32Array
  counts: Uint32Array
}

export interface Vocabulary {
  /** Numbers of terms given so far. */
  size(): number
  idOf(term: string): number | undefined
  /** The terms of a phrasing, numbered. */
  keep(text: string): Terms
  /** The terms of a post with how often each stands in it; nothing is kept. */
  read(text: string): Map<string, number>
}

export function createVocabulary(termsOf: (text: string) => readonly string[]): Vocabulary {
  const ids = new Map<string, number>()
  const kept = new Map<string, Terms>()
  const read = (text: string) => {
    const counts = new Map<string, number>()
    for (const term of termsOf(text)) counts.set(term, (counts.get(term) ?? 0) + 1)
    return counts
  }
  const numberOf = (term: string) => {
    const known = ids.get(term) ?? ids.size
    ids.set(term, known)
    return known
  }
  return {
    size: () => ids.size,
    idOf: (term) => ids.get(term),
    read,
    keep(text) {
      const before = kept.get(text)
      if (before) return before
      const counts = read(text)
      const terms = {
        ids: Uint32Array.from(counts.keys(), numberOf),
        counts: Uint32Array.from(counts.values()),
      }
      kept.set(text, terms)
      return terms
    },
  }
}
