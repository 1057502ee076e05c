// The typed facts of a text: amounts, shares, durations, times of day, numbers, phones, links, mails; each with its place.

import type { Span } from './judgement.ts'
import { languages } from './languages/index.ts'
import { type Token, tokens } from './numbers.ts'
import { plain } from './text.ts'

export type ClaimKind =
  | 'money'
  | 'percent'
  | 'time'
  | 'clock'
  | 'count'
  | 'code'
  | 'phone'
  | 'link'
  | 'mail'
  | 'amount'

export interface Claim {
  kind: ClaimKind
  /** Euros or the currency named, percent, hours, hour of the day, a bare number, or the unit's own measure. */
  value: number | string
  /** For 'amount': the unit; for 'time': whether only working days count. */
  unit: string
  span: Span
  /** As written. */
  text: string
}

/** A fact as found, before its words are taken from the text. */
type Found = Omit<Claim, 'text'>

const mail = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g
const link =
  /(?:https?:\/\/)?(?:www\.)?(?:[\p{L}\d-]+\.)+(?:example|com|fr|net|org|io|info|xyz|ly|me|co|eu|be|ch|ca|uk|app|site|shop|online|top|biz|de|es|it|link|club|test)\b(?:\/[^\s)]*)?/gu
/** French numbers in ten digits or with +33, and other international ones. */
const phone =
  /(?:\+33|0033)[\s.-]?\(?0?\)?[1-9](?:[\s.-]?\d{2}){4}|\b0[1-9](?:[\s.-]?\d{2}){4}\b|\+\d{2,3}(?:[\s.-]?\d{2,4}){3,5}/g

/** Hours of each unit of time; a month is thirty days, a year 365. */
const timeUnits: readonly [RegExp, number][] = [
  [/^(?:secondes?|seconds?|sec|secs)$/, 1 / 3600],
  [/^(?:minutes?|mins?|mn)$/, 1 / 60],
  [/^(?:heures?|hours?|hrs?|h)$/, 1],
  [/^(?:jours?|days?|j|jrs?)$/, 24],
  [/^(?:nuits?|nights?)$/, 24],
  [/^(?:semaines?|weeks?|sem)$/, 168],
  [/^(?:mois|months?)$/, 720],
  [/^(?:ans?|annees?|years?|yrs?)$/, 8760],
]
const money = /^(?:€|euros?|eur|balles|boules|£|pounds?|quid|\$|dollars?)$/
const cents = /^(?:centimes?|cents?|pence)$/
const measures =
  /^(?:go|gb|gigas?|mo|mb|megas?|kg|kilos?|cm|mm|km|m|metres?|meters?|kwh|kva|kw|mbps|points?|fois|times|ecrans?|screens?|litres?|l|ko|kb)$/
const shortCode = /^(?:\d{4}|3\d{3})$/

/** Facts in order of place. @param text as written; @param lang decides number words and separators. */
export function claimsOf(text: string, lang: 'fr' | 'en'): Claim[] {
  const flat = plain(text)
  const found: Found[] = []
  let rest = take(flat, mail, found, (match) => ({ kind: 'mail', value: match, unit: '' }))
  rest = take(rest, link, found, (match) => ({ kind: 'link', value: linkValue(match), unit: '' }))
  rest = take(rest, phone, found, (match) => ({
    kind: 'phone',
    value: match.replace(/\D/g, '').slice(-9),
    unit: '',
  }))
  rest = joinThousands(rest, lang)
  found.push(...numeric(tokens(rest, lang), rest, lang), ...freeOf(rest, lang))
  return found
    .map((claim) => ({ ...claim, text: text.slice(claim.span.start, claim.span.end) }))
    .toSorted((a, b) => a.span.start - b.span.start)
}

export const linkValue = (address: string) =>
  address
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/[/.]+$/, '')

function take(
  text: string,
  pattern: RegExp,
  into: Found[],
  make: (match: string) => Omit<Found, 'span'>,
): string {
  return text.replace(pattern, (match, ...rest) => {
    const start = rest.find((value): value is number => typeof value === 'number') ?? 0
    into.push({ ...make(match), span: { start, end: start + match.length } })
    return ' '.repeat(match.length)
  })
}

/** "1 500", "1.500" and "1 500,50" become "1500" and "1500,50" with spaces behind, so that places stay. */
function joinThousands(text: string, lang: 'fr' | 'en'): string {
  const number =
    lang === 'fr' ? /\b\d{1,3}(?:[ .]\d{3})+(?!\d)(?:,\d+)?/g : /\b\d{1,3}(?:[ ,]\d{3})+(?!\d)(?:\.\d+)?/g
  const separator = lang === 'fr' ? /[ .]/g : /[ ,]/g
  return text.replace(number, (match) => match.replace(separator, '').padEnd(match.length, ' '))
}

function numeric(all: readonly Token[], text: string, lang: 'fr' | 'en'): Found[] {
  const found: Found[] = []
  for (let at = 0; at < all.length; at += 1) {
    const token = all[at]
    if (!token || !/^\d/.test(token.text)) continue
    const claim = readNumber(all, at, text, lang)
    if (claim) found.push(claim.claim)
    at += claim?.used ?? 0
  }
  return found
}

function readNumber(
  all: readonly Token[],
  at: number,
  text: string,
  lang: 'fr' | 'en',
): { claim: Found; used: number } | null {
  const token = all[at]
  if (!token) return null
  const value = Number(token.text.replace(',', '.'))
  const glued = text.slice(token.start, token.end)
  const next = all[at + 1]
  const after = all[at + 2]
  const span = (last: Token) => ({ start: token.start, end: last.end })
  const unit = next?.text ?? ''
  const before = all[at - 1]?.text ?? ''
  if (/^[€£$]$/.test(before))
    return {
      claim: { kind: 'money', value, unit: '', span: { start: token.start - 1, end: token.end } },
      used: 0,
    }
  if (next && money.test(unit)) {
    // "18 euros 50", "18 € 50"
    const small =
      after && /^\d{2}$/.test(after.text) && after.start - next.end <= 1 ? Number(after.text) / 100 : 0
    return {
      claim: { kind: 'money', value: value + small, unit: '', span: span(small && after ? after : next) },
      used: small ? 2 : 1,
    }
  }
  if (next && cents.test(unit))
    return { claim: { kind: 'money', value: value / 100, unit: '', span: span(next) }, used: 1 }
  if (next && (unit === '%' || unit === 'percent' || unit === 'pct'))
    return { claim: { kind: 'percent', value, unit: '', span: span(next) }, used: 1 }
  if (next && (unit === 'pour' || unit === 'per') && /^cent$/.test(after?.text ?? ''))
    return { claim: { kind: 'percent', value, unit: '', span: span(after ?? next) }, used: 2 }
  if (next && unit === 'h' && after && /^\d{2}$/.test(after.text) && after.start === next.end)
    return {
      claim: { kind: 'clock', value: value + Number(after.text) / 60, unit: '', span: span(after) },
      used: 2,
    }
  if (next && (unit === 'am' || unit === 'pm'))
    return {
      claim: {
        kind: 'clock',
        value: unit === 'pm' && value < 12 ? value + 12 : value,
        unit: '',
        span: span(next),
      },
      used: 1,
    }
  if (next && unit === ':' && after && /^\d{2}$/.test(after.text))
    return {
      claim: { kind: 'clock', value: value + Number(after.text) / 60, unit: '', span: span(after) },
      used: 2,
    }
  const hours = next ? timeUnits.find(([pattern]) => pattern.test(unit))?.[1] : undefined
  if (next && hours !== undefined) {
    const working = hours === 24 && languages[lang].patterns.workingDay.test(text.slice(next.end))
    return {
      claim: { kind: 'time', value: value * hours, unit: working ? 'working' : '', span: span(next) },
      used: 1,
    }
  }
  if (
    next &&
    lang === 'en' &&
    (unit === 'working' || unit === 'business') &&
    /^days?$/.test(after?.text ?? '')
  )
    return { claim: { kind: 'time', value: value * 24, unit: 'working', span: span(after ?? next) }, used: 2 }
  if (next && measures.test(unit))
    return { claim: { kind: 'amount', value, unit: unit.slice(0, 2), span: span(next) }, used: 1 }
  // "one of them", "un conseiller": an article, not a count.
  if (value === 1 && !/\d/.test(glued)) return null
  if (shortCode.test(token.text) && (value >= 2200 || token.text.startsWith('3')))
    return {
      claim: { kind: 'code', value: token.text, unit: '', span: { start: token.start, end: token.end } },
      used: 0,
    }
  return { claim: { kind: 'count', value, unit: '', span: { start: token.start, end: token.end } }, used: 0 }
}

/** "gratuit", "free of charge": an amount of zero. */
function freeOf(text: string, lang: 'fr' | 'en'): Found[] {
  const found = languages[lang].patterns.free.exec(text)
  return found
    ? [
        {
          kind: 'money',
          value: 0,
          unit: '',
          span: { start: found.index, end: found.index + found[0].length },
        },
      ]
    : []
}

/** The same fact, however it is put: 72 h and three days, two weeks and "quinze jours", 0.5 and 50 cents. */
export function sameClaim(a: Claim, b: Claim): boolean {
  if (typeof a.value === 'string' || typeof b.value === 'string') return sameText(a, b)
  if (a.kind === b.kind) {
    if (a.kind === 'time') return sameTime(a.value, b.value)
    return near(a.value, b.value) && (a.kind !== 'amount' || a.unit === b.unit)
  }
  if (a.kind === 'count') return sameCount(a.value, b)
  if (b.kind === 'count') return sameCount(b.value, a)
  return (isTimeOfDay(a, b) || isTimeOfDay(b, a)) && near(a.value, b.value)
}

const near = (a: number, b: number) => Math.abs(a - b) < 1e-6

const isTimeOfDay = (a: Claim, b: Claim) => a.kind === 'clock' && b.kind === 'time'

function sameText(a: Claim, b: Claim): boolean {
  if (a.kind !== b.kind) return false
  if (a.kind === 'link') return String(a.value).split('/')[0] === String(b.value).split('/')[0]
  return a.value === b.value
}

/** Ways people say the same span of time, in hours: a fortnight, a week "de huit jours", a year in days. */
const sameSpans: readonly (readonly number[])[] = [
  [336, 360],
  [168, 192],
  [8760, 8640],
  [2160, 2184],
]

function sameTime(a: number, b: number): boolean {
  return (
    near(a, b) || sameSpans.some((spans) => spans.includes(Math.round(a)) && spans.includes(Math.round(b)))
  )
}

/** A number without its unit is the fact if it is that number in any of the fact's usual units. */
function sameCount(count: number, fact: Claim): boolean {
  if (typeof fact.value === 'string') return String(count) === fact.value
  const value = fact.value
  const readings =
    fact.kind === 'time' ? [value, value / 24, value / 168, value / 720, value / 8760, value * 60] : [value]
  return readings.some((reading) => near(reading, count))
}

/** Facts that can stand against each other. */
export function comparable(a: Claim, b: Claim): boolean {
  const group = ({ kind, unit }: Claim) =>
    kind === 'clock' ? 'time' : kind === 'amount' ? `amount ${unit}` : kind
  return group(a) === group(b)
}
