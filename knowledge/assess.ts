// Whether a member's answer is right: key points said, contradicted or missing, the risks, and a verdict with its doubt.
import type { Entry, Lang } from './entry.ts'
import {
  type Assessment,
  type JudgeOutput,
  type KeyPointFinding,
  type KnownVerdict,
  type Risk,
  verdicts,
} from './judgement.ts'
import { predict } from './logistic.ts'
import { type PointReading, type Reading, readReply } from './reading.ts'
import type { AnswerWeights } from './weights/weights.ts'

/** Risks that no reading of the words outweighs. */
const grave: readonly Risk['kind'][] = [
  'foreign-phone',
  'foreign-link',
  'foreign-mail',
  'foreign-account',
  'asks-secret',
  'poses-as-brand',
]
const states = ['absent', 'said', 'contradicted'] as const

export interface AssessMatter {
  question: string
  reply: string
  entry: Entry
  entries: readonly Entry[]
  lang: Lang
  weights: AnswerWeights
  /** What the learned judge says; null without it. */
  judged: JudgeOutput | null
}

export function assessReply(matter: AssessMatter): Assessment {
  const { question, reply, entry, entries, lang, weights, judged } = matter
  const reading = readReply(question, reply, entry, entries, lang)
  const points = pointProbabilities(reading, weights, judged)
  const probabilities = predict(weights.verdict, verdictFeatures(reading, points, judged))
  const verdict = verdictOf(probabilities, reading)
  const confidence = probabilities[verdicts.indexOf(verdict)] ?? 0
  const clean = reading.risks.length === 0 && reading.points.every(({ facts }) => facts.conflict === null)
  return {
    entryId: entry.id,
    verdict,
    confidence,
    sure: verdict === 'supported' ? clean && confidence >= weights.sureAbove : confidence >= 0.9,
    probabilities: Object.fromEntries(verdicts.map((name, at) => [name, probabilities[at] ?? 0])) as Record<
      KnownVerdict,
      number
    >,
    keyPoints: reading.points.map((point, index) =>
      finding(point, index, points[index] ?? [1, 0, 0], weights),
    ),
    risks: reading.risks,
    basis: judged ? 'model' : 'facts',
  }
}

/** absent, said, contradicted of each key point. */
export function pointProbabilities(
  reading: Reading,
  weights: Pick<AnswerWeights, 'points'>,
  judged: JudgeOutput | null,
): number[][] {
  return reading.points.map((point, at) => predict(weights.points, pointFeatures(point, judged, at)))
}

export function pointFeatures(point: PointReading, judged: JudgeOutput | null, at: number): number[] {
  return [...point.features, ...(judged ? (judged.keyPoints[at] ?? [1, 0, 0]).map(logit) : [])]
}

/** The reply's own features, what its key points add up to, and what the judge says. */
export function verdictFeatures(
  reading: Reading,
  points: readonly (readonly number[])[],
  judged: JudgeOutput | null,
): number[] {
  const column = (state: number) => points.map((probabilities) => probabilities[state] ?? 0)
  return [
    ...reading.features,
    ...[0, 1, 2].flatMap((state) => summary(column(state))),
    ...(judged ? judged.verdict.map(logit) : []),
  ]
}

const logit = (probability: number) => Math.log((probability + 1e-3) / (1 - probability + 1e-3))

function summary(values: readonly number[]): number[] {
  const total = values.reduce((a, b) => a + b, 0)
  return values.length === 0
    ? [0, 0, 0, 0]
    : [Math.max(...values), total / values.length, Math.min(...values), total]
}

/** The likeliest, but never right where a grave risk stands in the reply. */
function verdictOf(probabilities: readonly number[], reading: Reading): KnownVerdict {
  const ranked = verdicts.toSorted(
    (a, b) => (probabilities[verdicts.indexOf(b)] ?? 0) - (probabilities[verdicts.indexOf(a)] ?? 0),
  )
  const best = ranked[0] ?? 'unrelated'
  const good = best === 'supported' || best === 'incomplete'
  return good && reading.risks.some(({ kind }) => grave.includes(kind)) ? 'risky' : best
}

function finding(
  point: PointReading,
  index: number,
  probabilities: readonly number[],
  weights: AnswerWeights,
): KeyPointFinding {
  const best = probabilities.indexOf(Math.max(...probabilities))
  const state = states[best] ?? 'absent'
  const { conflict } = point.facts
  return {
    index,
    state,
    needed: (predict(weights.needed, neededFeatures(point, index))[1] ?? 0) >= 0.5,
    confidence: probabilities[best] ?? 0,
    quote:
      state === 'absent' ? null : conflict && state === 'contradicted' ? conflict.said.span : point.quote,
    conflict: conflict && {
      kind: conflict.said.kind,
      said: conflict.said.text,
      expected: conflict.expected.text,
    },
  }
}

/** Earlier key points, and those that share words with the question, are needed more often. */
export function neededFeatures(point: PointReading, index: number): number[] {
  return [index, Number(index === 0), point.asked, point.facts.total]
}
