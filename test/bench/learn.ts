// Learns the weights from brands' rows: the same steps for the shipped weights and for each brand left out.
import { neededFeatures, pointProbabilities, verdictFeatures } from '../../knowledge/assess.ts'
import type { Counted } from '../../knowledge/evaluate.ts'
import { fitHashed, type HashedModel } from '../../knowledge/hashed.ts'
import type { Verifier } from '../../knowledge/judgement.ts'
import { type Logistic, learnLogistic, softmax } from '../../knowledge/logistic.ts'
import { decisionFeatures, firstConfidence } from '../../knowledge/match.ts'
import { crisisFeatures } from '../../knowledge/screen.ts'
import { firstOf } from '../../knowledge/verify.ts'
import { packHashed } from '../../knowledge/weights/pack.ts'
import type { AnswerWeights, MatchCase, ScreenWeights, Sureness } from '../../knowledge/weights/weights.ts'
import type { MatchRow, ReplyRow, ScreenRow } from './rows.ts'

/** Conditional logit: the right entry against its neighbours, full batch, deterministic. */
export function learnMatch(rows: readonly MatchRow[]): number[] {
  const asked = rows.filter(({ entry }) => entry !== null)
  const size = asked[0]?.features[0]?.length ?? 0
  let weights = new Array<number>(size).fill(0.3)
  for (let round = 0; round < 250; round += 1) {
    const slope = new Array<number>(size).fill(0)
    for (const { features, entry } of asked) {
      const shares = sharesOf(features, weights)
      for (let at = 0; at < size; at += 1) {
        const expected = features.reduce((sum, row, place) => sum + (shares[place] ?? 0) * (row[at] ?? 0), 0)
        slope[at] = (slope[at] ?? 0) + ((features[entry ?? 0]?.[at] ?? 0) - expected) / asked.length
      }
    }
    weights = weights.map((weight, at) => weight + 0.6 * ((slope[at] ?? 0) - 0.001 * weight))
  }
  return weights
}

export const sharesOf = (features: readonly (readonly number[])[], weights: readonly number[]) =>
  softmax(features.map((row) => row.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0)))

interface DecisionRow {
  row: MatchRow
  features: number[]
  right: boolean
  /** What reading the first entry says; null where it was not read. */
  score: number | null
}

export function decisionRow(row: MatchRow, likeness: readonly number[]): DecisionRow {
  const shares = sharesOf(row.features, likeness)
  const first = firstOf(shares)
  return {
    row,
    features: decisionFeatures(shares, row.raw, row.length),
    right: first === row.entry,
    score: row.scores.get(first) ?? null,
  }
}

export type Decision = Pick<MatchCase, 'decision' | 'read'>

/**
 * By likeness first; then what was read of the likelier ones, where there is a verifier.
 * @param readAtMost the share of the posts that may be read, 0..1.
 */
export async function learnDecision(
  rows: readonly MatchRow[],
  likeness: readonly number[],
  readAtMost: number,
  verifier?: Verifier,
): Promise<Decision> {
  const decision = learnRight(rows.map((row) => decisionRow(row, likeness)))
  if (!verifier) return { decision }
  const confidences = rows.map((row) =>
    firstConfidence({ decision }, decisionRow(row, likeness).features, null),
  )
  const from = confidences.toSorted((a, b) => b - a)[Math.floor(readAtMost * rows.length)] ?? 0
  const likelier = rows.filter((_, at) => (confidences[at] ?? 0) >= from)
  await readFirst(likelier, likeness, verifier)
  const read = likelier.map((row) => decisionRow(row, likeness))
  return {
    decision,
    read: {
      from,
      decision: learnRight(read.map((one) => ({ ...one, features: [...one.features, one.score ?? 0] }))),
    },
  }
}

const learnRight = (rows: readonly Pick<DecisionRow, 'features' | 'right'>[]) =>
  learnLogistic(
    rows.map(({ features }) => features),
    rows.map(({ right }) => Number(right)),
    { classes: 2, rounds: 250 },
  )

/** Is the first right, and how sure is the decision of it? Reads what the product would read. */
export async function decide(
  rows: readonly MatchRow[],
  { likeness, ...learned }: Decision & Pick<MatchCase, 'likeness'>,
  verifier?: Verifier,
): Promise<{ right: boolean; confidence: number }[]> {
  const first = rows.map((row) => decisionRow(row, likeness))
  const { read } = learned
  const worth = ({ features }: DecisionRow) =>
    read !== undefined && firstConfidence(learned, features, null) >= read.from
  if (verifier)
    await readFirst(
      first.filter(worth).map(({ row }) => row),
      likeness,
      verifier,
    )
  return first.map((one) => ({
    right: one.right,
    confidence: firstConfidence(
      learned,
      one.features,
      worth(one) ? decisionRow(one.row, likeness).score : null,
    ),
  }))
}

/** Reads each post beside the entry that these weights put first, where that was not read before. */
async function readFirst(
  rows: readonly MatchRow[],
  likeness: readonly number[],
  verifier: Verifier,
): Promise<void> {
  const unread = rows.flatMap(({ features, inputOf, scores }) => {
    const place = firstOf(sharesOf(features, likeness))
    return inputOf && !scores.has(place) ? [{ scores, place, input: inputOf(place) }] : []
  })
  const read = await verifier.score(unread.map(({ input }) => input))
  for (const [at, { scores, place }] of unread.entries()) scores.set(place, read[at] ?? 0)
}

export function learnAnswers(rows: readonly ReplyRow[]): Omit<AnswerWeights, keyof Sureness> {
  const each = rows.flatMap((row) => row.reading.points.map((point, at) => ({ row, point, at })))
  const points = learnLogistic(
    each.map(({ point }) => point.features),
    each.map(({ row, at }) => row.states[at] ?? 0),
    {
      classes: 3,
      rounds: 200,
      classWeights: [1, 1, 1.5],
    },
  )
  const right = each.filter(({ row }) => row.verdict === 0)
  const needed = learnLogistic(
    right.map(({ point, at }) => neededFeatures(point, at)),
    right.map(({ row, at }) => Number(row.states[at] === 1)),
    { classes: 2, rounds: 200 },
  )
  const verdict = learnLogistic(
    rows.map((row) => verdictRow(row, { points })),
    rows.map((row) => row.verdict),
    { classes: 5, rounds: 300 },
  )
  return { points, needed, verdict }
}

export const verdictRow = (row: ReplyRow, weights: Pick<AnswerWeights, 'points'>) =>
  verdictFeatures(row.reading, pointProbabilities(row.reading, weights))

export interface ScreenFit {
  kind: HashedModel
  private: HashedModel
  crisis: HashedModel
  crisisStack: Logistic
}

export function learnScreens(sets: readonly (readonly ScreenRow[])[]): ScreenFit {
  const rows = sets.flat()
  const features = rows.map((row) => row.features)
  return {
    kind: fitHashed(
      features,
      rows.map(({ kind }) => kind),
      { classes: 5, classWeights: [1, 2, 2, 2, 2] },
    ),
    private: fitHashed(
      features,
      rows.map((row) => Number(row.private)),
      { classes: 2, classWeights: [1, 2] },
    ),
    crisis: learnCrisis(rows),
    crisisStack: learnStack(sets),
  }
}

const learnCrisis = (rows: readonly ScreenRow[]) =>
  fitHashed(
    rows.map((row) => row.features),
    rows.map((row) => Number(row.crisis)),
    { classes: 2, classWeights: [1, 3] },
  )

/** The second layer learns from what the first says of brands it has not seen. */
function learnStack(sets: readonly (readonly ScreenRow[])[]): Logistic {
  const halves = [sets.filter((_, at) => at % 2 === 0).flat(), sets.filter((_, at) => at % 2 === 1).flat()]
  const unseen = halves.flatMap((seen, at) => {
    const model = learnCrisis(seen)
    return (halves[1 - at] ?? []).map((row) => ({
      row: crisisFeatures(model, row.features, row.reasons),
      label: Number(row.crisis),
    }))
  })
  return learnLogistic(
    unseen.map(({ row }) => row),
    unseen.map(({ label }) => label),
    { classes: 2, rounds: 250 },
  )
}

export function pack(screens: ScreenFit, privateAbove: number, crisisAbove: number): ScreenWeights {
  return {
    kind: packHashed(screens.kind),
    private: packHashed(screens.private),
    privateAbove,
    crisis: packHashed(screens.crisis),
    crisisStack: screens.crisisStack,
    crisisAbove,
  }
}

/** The lowest confidence above which, on brands left out, so small a share is wrong; above 1 where there is none. */
export function surelyAbove(cases: readonly Counted[], wrongAtMost: number, fewest: number): number {
  const ranked = cases.toSorted((a, b) => b.confidence - a.confidence)
  let wrong = 0
  let above = 1.01
  for (const [at, one] of ranked.entries()) {
    wrong += Number(!one.right)
    if (at + 1 >= fewest && wrong / (at + 1) <= wrongAtMost) above = one.confidence
  }
  return above
}
