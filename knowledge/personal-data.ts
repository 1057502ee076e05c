// Personal data in a text: found by form, kept only where its check digits hold.
import type { PiiKind, Span } from './judgement.ts'
import { plain } from './text.ts'

export interface PersonalData {
  kind: PiiKind
  span: Span
}

interface Finder {
  kind: PiiKind
  pattern: RegExp
  holds?(digits: string, found: string): boolean
}

/**
 * Lengths of the ISO 13616 registry for the countries around. The check digits are not asked for: a slip of the finger
 * breaks them, and the number is personal still.
 */
const ibanLengths: Readonly<Record<string, number>> = {
  at: 20,
  be: 16,
  ch: 21,
  de: 22,
  es: 24,
  fr: 27,
  gb: 22,
  ie: 22,
  it: 27,
  lu: 20,
  mc: 27,
  nl: 18,
  pt: 25,
}

const iban = new RegExp(
  Object.entries(ibanLengths)
    .map(([country, length]) => `\\b${country}\\s?\\d{2}(?:[\\s.-]?[a-z0-9]){${length - 4}}(?![a-z0-9])`)
    .join('|'),
  'g',
)

/** In order: what an earlier finder took, a later one does not see. */
const finders: readonly Finder[] = [
  { kind: 'email', pattern: /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g },
  { kind: 'iban', pattern: iban, holds: (digits) => digits.length >= 12 },
  {
    kind: 'card',
    pattern: /\b(?:\d[ .-]?){12,18}\d\b/g,
    holds: (digits) => digits.length >= 13 && /^[3-6]/.test(digits) && isLuhn(digits),
  },
  {
    kind: 'nir',
    pattern:
      /\b[12378][\s.]?\d{2}[\s.]?(?:0[1-9]|1[0-2]|[2-9]\d)[\s.]?(?:\d{2}|2[ab])[\s.]?\d{3}[\s.]?\d{3}(?:[\s.]?\d{2})?\b/g,
  },
  { kind: 'card', pattern: /\b[3-6]\d{3}[ .-]\d{4}[ .-]\d{4}[ .-]\d{4}\b/g },
  {
    kind: 'account',
    // A customer's, contract's or member's number; not an order's, which tells nobody who they are.
    pattern:
      /\b(?:comptes?|contrats?|clients?|identifiant|accounts?|acc|acct|contract|customer|cust|policy|member\w*|abonne\w*|adherent\w*|pdl|prm|pce|cartes?|card|pass|cheque|fidelite|loyalty)\b[^\n.!?\d]{0,24}?\b(?=[a-z0-9-]*\d)([a-z]{0,4}[-\s]?\d[a-z0-9]*(?:[-\s]?\d[a-z0-9]*){0,4})\b/g,
    holds: (digits) => digits.length >= 7,
  },
  {
    kind: 'phone',
    pattern:
      /(?:(?:\+\d{2,3}|\b00(?:33|32|41|44|352)[\s.-])[\s.-]?\(?0?\)?\d(?:[\s.-]?\d{2,4}){3,4}|\b0[1-9](?:[\s.-]?\d{2}){4}|\b0[127]\d{2,3}[\s.-]?\d{3,4}[\s.-]?\d{3,4})\b/g,
    holds: (digits) => !isServiceLine(digits),
  },
  {
    kind: 'address',
    pattern:
      /\b\d{1,4}(?:\s?(?:bis|ter|[a-d]))?,?\s+(?:(?:rue|avenue|av|bd|boulevard|allees?|impasse|place|chemin|route|quai|cours|square|passage|voie|residence|lotissement|faubourg|sentier|villa|cite|montee|promenade|esplanade)\s+[\p{L}' -]{2,40}|[\p{L}' -]{2,30}\s(?:street|road|avenue|lane|drive|close|way|court|gardens|terrace|crescent|grove|hill|square|st|rd|ave)\b)/gu,
  },
]

/** Every piece of personal data, in order of place; none overlap. */
export function findPersonalData(text: string): PersonalData[] {
  let rest = plain(text)
  const found: PersonalData[] = []
  for (const { kind, pattern, holds } of finders)
    for (const match of rest.matchAll(pattern)) {
      const target = kind === 'account' ? (match[1] ?? match[0]) : match[0]
      if (holds && !holds(target.replace(/\D/g, ''), target)) continue
      const start = match.index + match[0].lastIndexOf(target)
      const span = { start, end: start + target.length }
      found.push({ kind, span })
      rest = rest.slice(0, span.start) + ' '.repeat(target.length) + rest.slice(span.end)
    }
  return found.toSorted((a, b) => a.span.start - b.span.start)
}

/** The text with each piece replaced by its kind, e.g. "[IBAN]". */
export function maskPersonalData(text: string): string {
  return findPersonalData(text).reduceRight(
    (masked, { kind, span }) =>
      `${masked.slice(0, span.start)}[${kind.toUpperCase()}]${masked.slice(span.end)}`,
    text,
  )
}

/** Lines of companies, not of people: French 08 and 09 69 numbers. */
const isServiceLine = (digits: string) => /^0?(?:8\d{8}|969\d{6}|970\d{6})$/.test(digits.replace(/^33/, '0'))

/** ISO/IEC 7812: Luhn's check digit. */
function isLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 1 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}
