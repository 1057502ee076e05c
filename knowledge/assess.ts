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
import { pooled } from './pooled.ts'
import { type PointReading, type Reading, readReply } from './reading.ts'
import type { AnswerWeights, JudgeWeights } from './weights/weights.ts'

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
  /** What the learned judge says and how it is put beside the words; null without it. */
  judged: { output: JudgeOutput; weights: JudgeWeights } | null
}

export function assessReply(matter: AssessMatter): Assessment {
  const { question, reply, entry, entries, lang, weights, judged } = matter
  const reading = readReply(question, reply, entry, entries, lang)
  const { points, probabilities } = readingOf(reading, weights, judged)
  const verdict = verdictOf(probabilities, reading)
  const confidence = probabilities[verdicts.indexOf(verdict)] ?? 0
  const { sureAbove, sureElseAbove } = judged?.weights ?? weights
  const clean = reading.risks.length === 0 && reading.points.every(({ facts }) => facts.conflict === null)
  return {
    entryId: entry.id,
    verdict,
    confidence,
    sure: verdict === 'supported' ? clean && confidence >= sureAbove : confidence >= sureElseAbove,
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

/** By words, and with the judge beside them where there is one: of each key point, and of the verdict. */
function readingOf(reading: Reading, weights: AnswerWeights, judged: AssessMatter['judged']) {
  const byWords = pointProbabilities(reading, weights)
  const verdict = predict(weights.verdict, verdictFeatures(reading, byWords))
  if (!judged) return { points: byWords, probabilities: verdict }
  const { output, weights: share } = judged
  return {
    points: byWords.map((point, at) => {
      const heard = output.keyPoints[at]
      return heard ? pooled(heard, point, { share: share.wordsOnPoints }) : point
    }),
    probabilities: pooled(output.verdict, verdict, { ...share, share: share.words }),
  }
}

/** absent, said, contradicted of each key point, by words. */
export function pointProbabilities(reading: Reading, weights: Pick<AnswerWeights, 'points'>): number[][] {
  return reading.points.map((point) => predict(weights.points, point.features))
}

/** The reply's own features, and what its key points add up to. */
export function verdictFeatures(reading: Reading, points: readonly (readonly number[])[]): number[] {
  const column = (state: number) => points.map((probabilities) => probabilities[state] ?? 0)
  return [...reading.features, ...[0, 1, 2].flatMap((state) => summary(column(state)))]
}

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
