// One reply read against one entry: numbers that the learned judgement weighs, with the places that show them.
import { claimsOf } from './claims.ts'
import { entryIn, type PointFacts, pointFacts } from './cues.ts'
import type { Entry, Lang } from './entry.ts'
import type { Risk, Span } from './judgement.ts'
import { languages } from './languages/index.ts'
import { openingFeatures, openingOf } from './opening.ts'
import { channelsBeyond, opposedIn } from './opposites.ts'
import { findRisks } from './risks.ts'
import { characterGrams, plain, stems, words } from './text.ts'

export interface Reading {
  lang: Lang
  points: readonly PointReading[]
  risks: readonly Risk[]
  /** Features of the whole reply; in the verdict's row they stand before the points' own. */
  features: readonly number[]
}

export interface PointReading {
  facts: PointFacts
  features: readonly number[]
  /** Share of the point that the question names, 0..1. */
  asked: number
  /** The sentence of the reply that is nearest to the point. */
  quote: Span | null
}

/** Share of what a text says, weighted by how rare it is in this FAQ, that another holds. */
type Rarity = (stem: string) => number

export function readReply(
  question: string,
  reply: string,
  entry: Entry,
  entries: readonly Entry[],
  lang: Lang,
): Reading {
  const texts = entryIn(entry, lang)
  const rarity = rarityOf(entries, texts.lang)
  const replyStems = stems(reply, texts.lang)
  const replyClaims = claimsOf(reply, lang)
  const points = texts.keyPoints.map((point) => claimsOf(point, texts.lang))
  const facts = pointFacts(replyClaims, points, claimsOf(texts.answer, texts.lang))
  const sentences = sentencesOf(reply)
  const risks = findRisks(reply, entry, entries)
  const answerNegated = negations(texts.answer, texts.lang)
  const opening = openingOf(question, reply, texts.keyPoints, texts.lang)
  const readings = texts.keyPoints.map((point, at) =>
    readPoint(
      { point, question, reply, replyStems, sentences, lang: texts.lang, rarity },
      facts[at] ?? noFacts,
      at === opening.about ? openingFeatures(opening) : notAbout,
    ),
  )
  const heldClaims = [...claimsOf(texts.answer, texts.lang), ...points.flat()]
  const flat = plain(reply)
  const channels = channelsBeyond(reply, `${texts.answer} ${texts.keyPoints.join(' ')}`, texts.lang)
  const recall = (text: string) => shareIn(stems(text, texts.lang), new Set(replyStems), rarity)
  const features = [
    Math.log(1 + words(reply).length),
    shareIn(
      replyStems,
      new Set(stems(`${texts.question} ${texts.answer} ${texts.keyPoints.join(' ')}`, texts.lang)),
      rarity,
    ),
    shareIn(replyStems, new Set(stems(question, texts.lang)), rarity),
    recall(texts.question),
    recall(texts.answer),
    gramLikeness(reply, `${texts.answer} ${texts.keyPoints.join(' ')}`),
    Number(/\?\s*$/.test(reply)),
    Number(languages[lang].patterns.empty.test(flat)),
    negations(reply, lang),
    answerNegated,
    Math.min(3, replyClaims.length),
    Math.min(
      3,
      replyClaims.filter(
        (claim) => facts.every(({ shared }) => shared.length === 0) && !heldClaims.includes(claim),
      ).length,
    ),
    Number(facts.some(({ conflict }) => conflict !== null)),
    Math.min(2, facts.filter(({ conflict }) => conflict !== null).length),
    Math.min(
      3,
      facts.reduce((sum, { shared }) => sum + shared.length, 0),
    ),
    shareOf(facts, ({ total, missing }) => total > 0 && missing === 0),
    Math.log(1 + points.length),
    ...openingFeatures(opening),
    Math.min(2, channels.beyond),
    Math.min(2, channels.left),
    ...riskKinds.map((kind) => Number(risks.some((risk) => risk.kind === kind))),
    Number(
      /\b(?:je crois|je pense|peut-etre|il me semble|i think|maybe|not sure|i believe|sais plus|can't remember|de memoire|par contre|sauf)\b/.test(
        flat,
      ),
    ),
    Number(
      /\b(?:toujours|tous|tout|obligatoire|automatique\w*|always|all|every|automatic\w*|must)\b/.test(flat),
    ),
  ]
  return { lang, points: readings, risks, features }
}

const riskKinds = [
  'foreign-phone',
  'foreign-link',
  'foreign-mail',
  'foreign-account',
  'poses-as-brand',
  'asks-secret',
  'private-contact',
  'illegal-advice',
] as const

const notAbout = [0, 0, 0, 0]
const noFacts: PointFacts = { shared: [], conflict: null, missing: 0, total: 0 }

interface PointMatter {
  point: string
  question: string
  reply: string
  replyStems: readonly string[]
  sentences: readonly { text: string; span: Span }[]
  lang: Lang
  rarity: Rarity
}

function readPoint(
  { point, question, reply, replyStems, sentences, lang, rarity }: PointMatter,
  facts: PointFacts,
  opening: readonly number[],
): PointReading {
  const own = stems(point, lang)
  const recall = shareIn(own, new Set(replyStems), rarity)
  const bySentence = sentences.map(({ text, span }) => ({
    span,
    share: shareIn(own, new Set(stems(text, lang)), rarity) + gramLikeness(text, point),
    text,
  }))
  const best = bySentence.reduce<(typeof bySentence)[number] | null>(
    (top, one) => (one.share > (top?.share ?? 0) ? one : top),
    null,
  )
  const mismatch = best
    ? Math.abs(Math.min(1, negations(best.text, lang)) - Math.min(1, negations(point, lang)))
    : 0
  const asked = shareIn(own, new Set(stems(question, lang)), rarity)
  return {
    facts,
    asked,
    quote: best && best.share > 0.15 ? best.span : null,
    features: [
      recall,
      gramLikeness(reply, point),
      best?.share ?? 0,
      asked,
      Math.min(2, facts.shared.length),
      Number(facts.conflict !== null),
      Number(facts.total > 0 && facts.shared.length === facts.total),
      Number(facts.total > 0 && facts.shared.length === 0),
      Number(facts.total === 0),
      mismatch,
      mismatch * recall,
      Number(facts.conflict !== null) * recall,
      Math.log(1 + replyStems.length),
      ...opening,
      ...opposition(best?.text ?? '', point, recall, lang),
    ],
  }
}

/** Opposites and other channels in the sentence that is nearest to the point; also as much as the point is spoken of. */
function opposition(sentence: string, point: string, recall: number, lang: Lang): number[] {
  const opposed = Math.min(2, opposedIn(sentence, point, lang))
  const { beyond, left } = channelsBeyond(sentence, point, lang)
  const elsewhere = Number(beyond > 0 && left > 0)
  return [opposed, opposed * recall, elsewhere, elsewhere * recall]
}

/** Weighted share, 0..1, of `own` that stands in `others`. */
function shareIn(own: readonly string[], others: ReadonlySet<string>, rarity: Rarity): number {
  const weights = [...new Set(own)].map((stem) => ({ weight: rarity(stem), there: others.has(stem) }))
  const total = weights.reduce((sum, { weight }) => sum + weight, 0)
  return total === 0 ? 0 : weights.reduce((sum, { weight, there }) => sum + (there ? weight : 0), 0) / total
}

/** Share of the second text's character n-grams that the first holds. */
function gramLikeness(text: string, of: string): number {
  const own = new Set(characterGrams(of, 4, 4))
  const there = new Set(characterGrams(text, 4, 4))
  return own.size === 0 ? 0 : own.intersection(there).size / own.size
}

const negations = (text: string, lang: Lang) =>
  Math.min(3, plain(text).match(new RegExp(languages[lang].patterns.negation.source, 'g'))?.length ?? 0)

const shareOf = <T>(all: readonly T[], holds: (one: T) => boolean) =>
  all.length === 0 ? 0 : all.filter(holds).length / all.length

export function sentencesOf(text: string): { text: string; span: Span }[] {
  return [...text.matchAll(/[^.!?\n]+(?:[.!?]+(?=\s|$)|\n|$|[.!?]+)/g)].map((found) => ({
    text: found[0],
    span: { start: found.index, end: found.index + found[0].length },
  }))
}

const rarities = new WeakMap<readonly Entry[], Map<Lang, Rarity>>()

/** Inverse document frequency over the FAQ's entries. */
function rarityOf(entries: readonly Entry[], lang: Lang): Rarity {
  const known = rarities.get(entries)?.get(lang)
  if (known) return known
  const frequency = new Map<string, number>()
  for (const entry of entries) {
    const { question, answer, keyPoints } = entryIn(entry, lang)
    for (const stem of new Set(stems([question, answer, ...keyPoints].join(' '), lang)))
      frequency.set(stem, (frequency.get(stem) ?? 0) + 1)
  }
  const rarity: Rarity = (stem) => Math.log(1 + entries.length / (frequency.get(stem) ?? 1))
  rarities.set(entries, (rarities.get(entries) ?? new Map()).set(lang, rarity))
  return rarity
}
