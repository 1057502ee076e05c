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
  for (const letter of text.slice(0, longestText))
    out += letter < '\u0080' ? letter.toLowerCase() : bare(letter)
  return out.replace(/[’ʼ`]/g, "'").replace(/[\u00a0\u202f\t]/g, ' ')
}

function bare(letter: string): string {
  const hides = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/.test(letter)
  const plain = letter.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return (hides ? ' ' : (plain[0] ?? ' ')).padEnd(letter.length, ' ').slice(0, letter.length)
}

/** Content words as stems, in order. */
export function stems(text: string, lang: 'fr' | 'en'): string[] {
  const { functionWords } = languages[lang]
  return words(text)
    .filter((word) => word.length > 1 && !functionWords.has(word))
    .map((word) => stemOf(word, lang))
}

/** The same words come again and again, and a stemmer is slow: what it said is kept, up to a bound. */
const known = { fr: new Map<string, string>(), en: new Map<string, string>() }
const mostKnown = 50_000

function stemOf(word: string, lang: 'fr' | 'en'): string {
  const before = known[lang].get(word)
  if (before !== undefined) return before
  if (known[lang].size >= mostKnown) known[lang].clear()
  const stem = languages[lang].stem(word)
  known[lang].set(word, stem)
  return stem
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
