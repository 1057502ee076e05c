// Which entry a post asks for: learned weights over likenesses, a calibrated confidence, and a decision to stay silent.
import { featuresOf, rawBest } from './features.ts'
import type { Match } from './judgement.ts'
import type { Likeness } from './likeness.ts'
import { predict, softmax } from './logistic.ts'
import type { Spaces } from './spaces.ts'
import type { MatchCase, MatchWeights } from './weights/weights.ts'

/** Two entries nearer than this share of probability are too near to choose, when together they are likely. */
const nearGap = 0.15
const nearTogether = 0.75
const candidatesKept = 5

/** A post held against every entry. */
export interface Look {
  spaces: Spaces
  /** One an entry, summing to 1. */
  shares: readonly number[]
  /** What reading the first entry together with the post says of it, as log-odds; null where it was not read. */
  score: number | null
}

export function lookAt(likeness: Likeness, spaces: Spaces, weights: MatchWeights): Look {
  const shares = entryShares(likeness, spaces, weights[likeness.phrased].likeness)
  return { spaces, shares, score: null }
}

/** A share each entry, summing to 1, in the order of the entries. */
export function entryShares(likeness: Likeness, spaces: Spaces, weights: readonly number[]): number[] {
  return softmax(
    featuresOf(likeness, spaces).map((row) =>
      row.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0),
    ),
  )
}

/**
 * What the decision looks at: how far the first is ahead, and how like it is at all.
 * @param raw the best likenesses as `rawBest` gives them.
 * @param length of the post, in UTF-16 units.
 */
export function decisionFeatures(
  shares: readonly number[],
  raw: readonly number[],
  length: number,
): number[] {
  const [first = 0, second = 0, third = 0] = shares.toSorted((a, b) => b - a)
  const found = [first, Math.log(first + 1e-6), first - second, first + second, third]
  return [...found, ...raw, Math.log(1 + length)]
}

/** @returns how likely the first is right, 0..1: by its likeness, and by what was read of it where it was read. */
export function firstConfidence(
  { decision, read }: Pick<MatchCase, 'decision' | 'read'>,
  features: readonly number[],
  score: number | null,
): number {
  const [, confidence = 0] =
    read && score !== null ? predict(read.decision, [...features, score]) : predict(decision, features)
  return confidence
}

/** @returns whether the first entry is likely enough that reading it beside the post is worth the time. */
export function isWorthReading(likeness: Likeness, look: Look, weights: MatchWeights): boolean {
  const { spaces } = look
  const learned = weights[likeness.phrased]
  if (!learned.read || likeness.entries.length === 0 || spaces.text.trim() === '') return false
  return firstConfidence(learned, featuresOfLook(likeness, look), null) >= learned.read.from
}

const featuresOfLook = (likeness: Likeness, { spaces, shares }: Look) =>
  decisionFeatures(shares, rawBest(likeness, spaces), spaces.text.length)

/** @param precision asked of the decision, 0..1: below it the brand does not speak from the entry. */
export function decideMatch(likeness: Likeness, look: Look, weights: MatchWeights, precision: number): Match {
  const { entries } = likeness
  const { spaces, shares } = look
  if (entries.length === 0 || spaces.text.trim() === '')
    return { candidates: [], decision: { kind: 'none', confidence: 1 } }
  const learned = weights[likeness.phrased]
  const confidence = firstConfidence(learned, featuresOfLook(likeness, look), look.score)
  const ranked = [...shares.entries()].toSorted(([, a], [, b]) => b - a).slice(0, candidatesKept)
  const top = ranked[0]?.[1] ?? 1
  const candidates = ranked.map(([entry, share]) => ({
    entryId: entries[entry]?.id ?? '',
    confidence: confidence * (share / top),
    evidence: evidenceOf(likeness, spaces, entry),
  }))
  return { candidates, decision: decide(candidates, ranked, confidence, thresholdFor(learned, precision)) }
}

/** Below it a match is sooner wrong than right, whatever the precision of all above it. */
const leastConfidence = 0.5

/** The lowest confidence above which the precision was reached on brands left out. */
function thresholdFor({ precision: reached }: MatchCase, asked: number): number {
  const confidence = reached.find(({ precision }) => precision >= asked)?.confidence ?? 1.01
  return Math.max(leastConfidence, confidence)
}

function decide(
  candidates: Match['candidates'],
  ranked: readonly (readonly [number, number])[],
  confidence: number,
  threshold: number,
): Match['decision'] {
  const [first, second] = candidates
  if (!first) return { kind: 'none', confidence: 1 }
  if (confidence >= threshold) return { kind: 'entry', entryId: first.entryId, confidence }
  const [one = 0, two = 0] = ranked.map(([, share]) => share)
  if (second && one - two < nearGap && one + two > nearTogether)
    return { kind: 'near', entryIds: [first.entryId, second.entryId], confidence }
  return { kind: 'none', confidence: 1 - confidence }
}

/** The phrasing of the entry that comes nearest by its words. */
function evidenceOf(
  { entries, phrasings, index }: Likeness,
  { text, words, grams }: Spaces,
  entry: number,
): { variant: string; words: string[] } {
  const own = [...phrasings.entries()].filter(
    ([, { role, owner }]) => owner === entry && (role === 'question' || role === 'variant'),
  )
  const best = own.toSorted(
    ([a], [b]) => (words[b] ?? 0) + (grams[b] ?? 0) - (words[a] ?? 0) - (grams[a] ?? 0),
  )[0]
  if (!best) return { variant: entries[entry]?.id ?? '', words: [] }
  return { variant: best[1].text, words: index.shared(text, best[0]) }
}
