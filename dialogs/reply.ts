// Words a reply of the brand: short, in the page's register, never a figure or a link that is not the entry's.
import { factsOutside } from './facts-outside.ts'
import { pick, type Slots, safeName } from './fill.ts'
import { sayPoints, sentences } from './points.ts'
import { languages } from './words/index.ts'
import type { CannotReason, ClosedReason, DraftKind, ReplyWords } from './words/language.ts'

export interface ReplyInput {
  kind: DraftKind
  lang: 'fr' | 'en'
  register: 'tu' | 'vous'
  /** The same seed gives the same words; another one usually others. */
  seed: string
  brand: string
  asker: string | null
  member: string | null
  entry: { question: string; answer: string; keyPoints: readonly string[]; links: readonly string[] } | null
  /** Places of the key points to add. */
  missing: readonly number[]
  contradicted: readonly { index: number; said: string | null }[]
  said: readonly number[]
  /** Characters, the signature included. */
  maxLength: number
  backAt:
    | { kind: 'open'; withinMinutes: number }
    /** `when` is already local and readable. */
    | { kind: 'closed'; reason: ClosedReason; when: string }
    | null
  reference: string | null
  signature: string | null
  /** Link to the call-back form, where the page has no private messages. */
  callBack?: string | null
}

export type Reply = { kind: 'reply'; text: string } | { kind: 'cannot'; reason: CannotReason }

/** What a reply is made of, before it is fitted to the page's length. */
interface Parts {
  greeting: string | null
  /** What must be said; without it there is no reply. */
  body: string
  closing: string | null
  link: string | null
}

/** Pure: the same input gives the same words. */
export function composeReply(input: ReplyInput): Reply {
  const words = languages[input.lang].reply
  const parts = partsOf(input, words)
  if (typeof parts === 'string') return { kind: 'cannot', reason: parts }
  const text = fitted(parts, input)
  if (text === null) return { kind: 'cannot', reason: 'tooLong' }
  return factsOutside(text, allowed(input, words)).length === 0
    ? { kind: 'reply', text }
    : { kind: 'cannot', reason: 'factOutside' }
}

function partsOf(input: ReplyInput, words: ReplyWords): Parts | CannotReason {
  switch (input.kind) {
    case 'acknowledge':
      return plain(line(acknowledgeLines(input, words), input, words))
    case 'validate':
      return plain(line(words.validate, input, words))
    case 'complete':
      return pointsReply(input, words, input.missing, words.complete, words.completeLead, 'nothingToAdd')
    case 'correct':
      return pointsReply(
        input,
        words,
        input.contradicted.map(({ index }) => index),
        words.correct,
        words.correctLead,
        'nothingToCorrect',
      )
    case 'answer':
      return answerReply(input, words)
    case 'handOver':
      return input.reference === null
        ? 'noReference'
        : plain(line(input.callBack ? words.handOverForm : words.handOver, input, words))
    case 'warn':
      return plain(line(words.warn, input, words))
    case 'escalate':
      return plain(line(words.escalate, input, words))
    case 'thank':
      return plain(line(words.thank, input, words))
  }
}

function acknowledgeLines({ backAt }: ReplyInput, words: ReplyWords) {
  if (backAt === null) return words.acknowledgeUnknown
  return backAt.kind === 'open' ? words.acknowledgeOpen : words.acknowledgeClosed[backAt.reason]
}

function pointsReply(
  input: ReplyInput,
  words: ReplyWords,
  wanted: readonly number[],
  opening: readonly string[],
  leads: readonly string[],
  nothing: CannotReason,
): Parts | CannotReason {
  const { entry, register } = input
  if (!entry) return 'noEntry'
  const there = wanted.filter((place) => entry.keyPoints[place] !== undefined)
  if (there.length === 0) return nothing
  const { sentences, notes } = sayPoints({ ...entry, wanted: there, register, words })
  const lead = line(leads, input, words)
  const noted =
    notes.length === 0 ? '' : `${uncapital(notes.join(' ; '), words, entry)}.`.replace(/([.!?…])\.$/, '$1')
  // A correction is announced; what completes an answer may simply follow it.
  const [told, led] =
    input.kind === 'correct'
      ? [
          [],
          [...sentences, noted]
            .filter(Boolean)
            .map((one, at) => (at === 0 ? uncapital(one, words, entry) : one)),
        ]
      : [sentences, [noted]]
  const announced = led.filter(Boolean)
  return {
    greeting: null,
    body: [line(opening, input, words), ...told, ...(announced.length > 0 ? [lead, ...announced] : [])].join(
      ' ',
    ),
    closing: null,
    link: linkOf(input, words),
  }
}

function answerReply(input: ReplyInput, words: ReplyWords): Parts | CannotReason {
  const { entry } = input
  if (!entry) return 'noEntry'
  const body = entry.answer.trim() || entry.keyPoints.join(' ; ')
  if (body === '') return 'noAnswer'
  return {
    greeting: line(words.greeting, input, words),
    body,
    closing: line(words.answerClose, input, words),
    link: linkOf(input, words),
  }
}

const plain = (body: string): Parts => ({ greeting: null, body, closing: null, link: null })

function line(lines: readonly string[], input: ReplyInput, words: ReplyWords): string {
  return pick(lines, slotsOf(input, words), input.register, input.seed, `${input.kind} ${lines[0]}`) ?? ''
}

function slotsOf(
  { asker, member, brand, backAt, reference, callBack }: ReplyInput,
  words: ReplyWords,
): Slots {
  return {
    asker: safeName(asker),
    member: safeName(member),
    brand,
    within: backAt?.kind === 'open' ? words.duration(backAt.withinMinutes) : null,
    when: backAt?.kind === 'closed' ? backAt.when : null,
    reference,
    callBack: callBack ?? null,
  }
}

function linkOf(input: ReplyInput, words: ReplyWords): string | null {
  const [link] = input.entry?.links ?? []
  return link === undefined ? null : `${line(words.linkLead, input, words)} ${link}`
}

/** From the richest form to the barest: closing, link and greeting go first; an answer is cut by whole sentences. */
function fitted(
  { greeting, body, closing, link }: Parts,
  { kind, maxLength, signature }: ReplyInput,
): string | null {
  // A greeting that ends in a comma stands on a line of its own.
  const opened = (text: string) =>
    greeting?.endsWith(',') ? text.replace(`${greeting} `, `${greeting}\n`) : text
  const signed = (text: string) => opened(signature ? `${text}\n${signature}` : text)
  const forms = [[greeting, body, link, closing], [greeting, body, link], [body, link], [body]].map((parts) =>
    signed(parts.filter(Boolean).join(' ')),
  )
  const fitting = forms.find((form) => form.length <= maxLength)
  if (fitting !== undefined) return body === '' ? null : fitting
  if (kind !== 'answer') return null
  const whole = sentences(body)
  const shorter = whole.map((_, at) => whole.slice(0, whole.length - at).join(' '))
  const cut = shorter
    .map((text) => signed(link ? `${text} ${link}` : text))
    .find((text) => text.length <= maxLength)
  return cut ?? shorter.map(signed).find((text) => text.length <= maxLength) ?? null
}

/** Loses its capital after a colon when its first word is a small one, or the entry writes it small elsewhere: no name then. */
function uncapital(text: string, { smallWords }: ReplyWords, entry: ReplyInput['entry']): string {
  const [first = ''] = text.match(/^\p{Lu}\p{Ll}*(?:[’']\p{L}+)?/u) ?? []
  if (first === '') return text
  const small = first.charAt(0).toLowerCase() + first.slice(1)
  const [elided = small] = small.match(/^\p{L}+[’']/u) ?? []
  const own = entry ? [entry.question, entry.answer, ...entry.keyPoints].join(' ') : ''
  const isWritten = new Set<string>(own.match(/[\p{L}’']+/gu)).has(small)
  return isWritten || smallWords.has(elided.replace("'", '’')) || smallWords.has(small)
    ? small + text.slice(first.length)
    : text
}

function allowed(input: ReplyInput, words: ReplyWords): string[] {
  const { entry, signature, reference, brand, callBack } = input
  const { asker, member, within, when } = slotsOf(input, words)
  return [
    ...(entry ? [entry.question, entry.answer, ...entry.keyPoints, ...entry.links] : []),
    ...[signature, reference, brand, callBack, asker, member, within, when].filter(
      (text): text is string => typeof text === 'string',
    ),
  ]
}
