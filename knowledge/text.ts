// Plain words of a text: what matching and judging compare.
import { languages } from './languages/index.ts'

/** Longest text read, in UTF-16 units; what stands beyond is not judged. */
export const longestText = 10_000

/**
 * Lower case, no accents, same length as the text, so that a place in it is a place in the original. Signs that hide
 * or reverse what is shown (zero-width, direction overrides) become spaces.
 */
export function plain(text: string): string {
  let out = ''
  for (const letter of text.slice(0, longestText)) {
    const bare = letter.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
    const kept = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/.test(letter) ? ' ' : (bare[0] ?? ' ')
    out += kept.padEnd(letter.length, ' ').slice(0, letter.length)
  }
  return out.replace(/[’ʼ`]/g, "'").replace(/[\u00a0\u202f\t]/g, ' ')
}

/** Content words as stems, in order. */
export function stems(text: string, lang: 'fr' | 'en'): string[] {
  const { functionWords, stem } = languages[lang]
  return words(text)
    .filter((word) => word.length > 1 && !functionWords.has(word))
    .map(stem)
}

/** All words, plain. */
export function words(text: string): string[] {
  return plain(text).match(/[a-z0-9]+/g) ?? []
}

/** Character n-grams within words, marked at the words' ends: they survive typos and SMS spelling. */
export function characterGrams(text: string, from = 3, until = 5): string[] {
  return words(text).flatMap((word) => {
    const marked = ` ${word} `
    const grams: string[] = []
    for (let size = from; size <= until; size += 1)
      for (let start = 0; start + size <= marked.length; start += 1)
        grams.push(marked.slice(start, start + size))
    return grams
  })
}
