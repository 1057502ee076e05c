// The languages, and which one a text is in: one of ours, or another, which is said and not guessed.
import { english } from './en.ts'
import { french } from './fr.ts'
import type { Language } from './language.ts'

export type { Language } from './language.ts'

export const languages: Readonly<Record<'fr' | 'en', Language>> = { fr: french, en: english }

/** Words and endings that speak for a language in short, careless texts. */
const hints: Readonly<Record<'fr' | 'en', RegExp>> = {
  fr: /[àâçéèêëîïôùûœ]|\b(?:est-ce|qu'|d'|l'|j'|c'|n'|s'|jai|cest|keske|pk|svp|stp|slt|bjr|pr|ds|tt|quoi|mdr)\b|(?:tion|ment|eux|aux|ais|ait|ez)\b/gi,
  en: /\b(?:the|ing|i'm|i've|don't|can't|it's|u|ur|thx|pls|wanna|gonna|lol)\b|(?:ing|ght|ould|ness|ly)\b/gi,
}

const leastShare = 0.08

/**
 * @returns 'other' for another language, another script, or no words at all.
 * Counts function words and spellings, the classic evidence for short texts (Grefenstette 1995).
 */
export function detectLanguage(text: string): 'fr' | 'en' | 'other' {
  const words = plainLetters(text).match(/[a-z]+/g) ?? []
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0
  if (words.length === 0 || latin < letters * 0.7) return 'other'
  const score = (code: 'fr' | 'en') =>
    words.filter((word) => languages[code].functionWords.has(word)).length +
    0.6 * (text.match(hints[code])?.length ?? 0)
  const [fr, en] = [score('fr'), score('en')]
  if (Math.max(fr, en) < leastShare * words.length + 0.3)
    return words.length <= 3 && latin === letters ? 'fr' : 'other'
  return fr >= en ? 'fr' : 'en'
}

function plainLetters(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
