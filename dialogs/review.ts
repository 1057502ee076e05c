// A review in words, for desks that speak: what kind of act it is, what a decision did, what changed meanwhile.
import { languages } from './words/index.ts'
import type { CannotReason, DeskWords, DraftKind } from './words/language.ts'

type Lang = 'fr' | 'en'

export const kindWords = (kind: DraftKind, lang: Lang): string => languages[lang].desk.kinds[kind]

export const decidedWords = (decision: keyof DeskWords['decided'], lang: Lang): string =>
  languages[lang].desk.decided[decision]

export const cannotWords = (reason: CannotReason, lang: Lang): string => languages[lang].desk.cannot[reason]

/** A label of a review card. */
export const cardWords = (lang: Lang): DeskWords['card'] => languages[lang].desk.card

export const verdictWords = (verdict: keyof DeskWords['verdicts'], lang: Lang): string =>
  languages[lang].desk.verdicts[verdict]

/** What changed since a moderator looked, in one sentence. */
export function staleWords(changes: readonly (keyof DeskWords['changed'])[], lang: Lang): string {
  const { staleLead, changed } = languages[lang].desk
  return `${staleLead} ${changes.map((change) => changed[change]).join(', ')}.`
}
