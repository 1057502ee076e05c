// What must never be validated, however well it reads: foreign contacts, false advisers, requests for secrets, unlawful advice.
import { type Claim, claimsOf, sameClaim } from './claims.ts'
import type { Entry } from './entry.ts'
import type { Risk, RiskKind, Span } from './judgement.ts'
import { languages } from './languages/index.ts'
import { plain } from './text.ts'

const foreign: Partial<Record<Claim['kind'], RiskKind>> = {
  phone: 'foreign-phone',
  link: 'foreign-link',
  mail: 'foreign-mail',
}

/** A handle on another network, or an account to pay into. */
const handle = /(?:^|[\s(])@[a-z0-9_.]{3,}/g
const iban = /\b[a-z]{2}\d{2}(?: ?[a-z0-9]{4}){3,7}(?: ?[a-z0-9]{1,3})?\b/g

/** Letters of other alphabets that look like ours, as in a link that only looks like the brand's. */
const lookalike = /[\u0370-\u03ff\u0400-\u04ff\u0530-\u058f]/

/**
 * @param entry what the question is about; null when nothing fits.
 * @param entries the whole FAQ: a contact that stands anywhere in it is the brand's own.
 */
export function findRisks(reply: string, entry: Entry | null, entries: readonly Entry[]): Risk[] {
  const flat = plain(reply)
  const own = entries.includes(entry as Entry) || entry === null ? entries : [...entries, entry]
  return [
    ...foreignContacts(reply, own),
    ...patternRisks(reply, flat),
    ...accountRisks(reply, flat),
  ].toSorted((a, b) => a.span.start - b.span.start)
}

function foreignContacts(reply: string, entries: readonly Entry[]): Risk[] {
  return claimsOf(reply, 'fr').flatMap((claim) => {
    const kind = foreign[claim.kind]
    if (!kind) return []
    const text = quote(reply, claim.span)
    const masked = claim.kind === 'link' && lookalike.test(text)
    return !masked && isOwn(claim, entries) ? [] : [{ kind, span: claim.span, text }]
  })
}

const contactsOf = new WeakMap<readonly Entry[], readonly Claim[]>()

/** The contacts that the brand's own entries hold. */
function isOwn(claim: Claim, entries: readonly Entry[]): boolean {
  let contacts = contactsOf.get(entries)
  if (!contacts) {
    contacts = entries.flatMap((entry) => claimsOf(textOf(entry), 'fr')).filter(({ kind }) => kind in foreign)
    contactsOf.set(entries, contacts)
  }
  return contacts.some(
    (contact) =>
      sameClaim(contact, claim) ||
      (contact.kind === 'link' && claim.kind === 'link' && sameHost(contact, claim)),
  )
}

/** A page of a host that the brand links to is the brand's. */
function sameHost(a: Claim, b: Claim): boolean {
  const host = ({ value }: Claim) => String(value).split('/')[0] ?? ''
  return host(a) === host(b) || host(b).endsWith(`.${host(a)}`)
}

function textOf({ answer, keyPoints, links }: Entry): string {
  return [answer.fr, answer.en, ...keyPoints.flatMap(({ fr, en }) => [fr, en]), ...links]
    .filter(Boolean)
    .join(' ; ')
}

const patternKinds = [
  ['posesAsBrand', 'poses-as-brand'],
  ['asksSecret', 'asks-secret'],
  ['privateContact', 'private-contact'],
  ['illegalAdvice', 'illegal-advice'],
] as const

/** In both languages: a scam does not care which one the page speaks. */
function patternRisks(reply: string, flat: string): Risk[] {
  return patternKinds.flatMap(([pattern, kind]) => {
    const found = [languages.fr, languages.en]
      .map(({ patterns }) => patterns[pattern].exec(flat))
      .find((match) => match !== null)
    if (!found || isWarning(flat, found.index)) return []
    const span = { start: found.index, end: found.index + found[0].length }
    return [{ kind, span, text: quote(reply, span) }]
  })
}

/** "ne donnez jamais votre code", "never share your password" warn; they do not ask. */
function isWarning(flat: string, at: number): boolean {
  return (
    /\b(?:jamais|never|ne|n'|not|don'?t|pas|aucun\w*|nobody|personne|no one)\b[^.!?]{0,40}$/.test(
      flat.slice(0, at),
    ) || /^[^.!?]{0,30}\b(?:jamais|never|pas)\b/.test(flat.slice(at, at + 40))
  )
}

function accountRisks(reply: string, flat: string): Risk[] {
  return [...flat.matchAll(iban), ...flat.matchAll(handle)].map((found) => {
    const span = { start: found.index, end: found.index + found[0].length }
    return { kind: 'foreign-account' as const, span, text: quote(reply, span).trim() }
  })
}

const quote = (text: string, { start, end }: Span) => text.slice(start, end)
