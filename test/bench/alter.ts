// Minimal pairs: a right reply with one fact or one word turned, so that a judge must read and not only recognise.
import { type Claim, claimsOf, sameClaim } from '../../knowledge/claims.ts'
import type { Lang } from '../../knowledge/entry.ts'
import { plain } from '../../knowledge/text.ts'

export interface Altered {
  text: string
  /** The key points that it now contradicts. */
  contradicts: readonly number[]
}

/** Words that turn a statement round, both ways, as members write them. */
const opposites: Readonly<Record<Lang, readonly (readonly [string, string])[]>> = {
  fr: [
    ['gratuit', 'payant'],
    ['gratuite', 'payante'],
    ['avant', 'après'],
    ['sans', 'avec'],
    ['obligatoire', 'facultatif'],
    ['possible', 'impossible'],
    ['toujours', 'jamais'],
    ['maximum', 'minimum'],
    ['plus', 'moins'],
    ['inclus', 'en supplément'],
    ['automatiquement', 'sur demande'],
    ['en ligne', 'en boutique'],
    ['par courrier', 'par téléphone'],
    ['ouvrés', 'calendaires'],
    ['peut', 'ne peut pas'],
    ['peux', 'ne peux pas'],
    ['pouvez', 'ne pouvez pas'],
    ['faut', 'ne faut pas'],
    ['est', 'n’est pas'],
    ['sont', 'ne sont pas'],
  ],
  en: [
    ['free', 'paid'],
    ['before', 'after'],
    ['without', 'with'],
    ['required', 'optional'],
    ['possible', 'impossible'],
    ['always', 'never'],
    ['maximum', 'minimum'],
    ['more', 'less'],
    ['included', 'extra'],
    ['automatically', 'on request'],
    ['online', 'in store'],
    ['working', 'calendar'],
    ['can', "can't"],
    ['is', "isn't"],
    ['are', "aren't"],
    ['must', "needn't"],
    ['need', "don't need"],
  ],
}

/**
 * Every reply that differs from a right one in one place.
 * @param points the entry's key points in `lang`; @param covered those that the reply says.
 */
export function alterations(
  reply: string,
  points: readonly string[],
  covered: readonly number[],
  lang: Lang,
): Altered[] {
  return [...alteredFacts(reply, points, covered, lang), ...turnedWords(reply, points, covered, lang)]
}

function alteredFacts(
  reply: string,
  points: readonly string[],
  covered: readonly number[],
  lang: Lang,
): Altered[] {
  const facts = points.map((point) => claimsOf(point, lang))
  return claimsOf(reply, lang).flatMap((said) => {
    const text = changed(said)
    const held = (at: number) => facts[at]?.some((fact) => sameClaim(fact, said)) ?? false
    const contradicts = covered.filter(held)
    if (text === null || contradicts.length === 0) return []
    return [{ text: reply.slice(0, said.span.start) + text + reply.slice(said.span.end), contradicts }]
  })
}

/** Another value of the same kind, as far off as a member's error is. */
function changed({ kind, text }: Claim): string | null {
  const digits = /\d+/.exec(text)
  if (!digits || kind === 'phone' || kind === 'link' || kind === 'mail' || kind === 'code') return null
  const value = Number(digits[0])
  const factor = [2, 3, 0.5, 1.5][(value + text.length) % 4] ?? 2
  const other = Math.max(1, Math.round(value * factor))
  return text.replace(digits[0], String(other === value ? value + 1 : other))
}

function turnedWords(
  reply: string,
  points: readonly string[],
  covered: readonly number[],
  lang: Lang,
): Altered[] {
  const pairs = opposites[lang].flatMap(([one, two]) => [[one, two] as const, [two, one] as const])
  return pairs.flatMap(([word, opposite]) => {
    const place = new RegExp(`(?<![\\p{L}’'])${word}(?![\\p{L}’'])`, 'iu').exec(reply)
    const within = (point: string) => ` ${plain(point)} `.includes(` ${plain(word)} `)
    const contradicts = covered.filter((at) => within(points[at] ?? ''))
    if (!place || contradicts.length === 0) return []
    const text = reply.slice(0, place.index) + opposite + reply.slice(place.index + word.length)
    return [{ text, contradicts: contradicts.slice(0, 1) }]
  })
}
