// Multinomial logistic regression over a row of numbers: prediction, and the fit that made the weights.
import { mean } from './mean.ts'

export interface Logistic {
  /** Of each feature, over the rows it was fitted on. */
  means: readonly number[]
  spreads: readonly number[]
  /** A class each: the constant, then a weight a feature. */
  weights: readonly (readonly number[])[]
}

/** A probability each class, summing to 1. */
export function predict(model: Logistic, row: readonly number[]): number[] {
  const scaled = row.map((value, at) => (value - (model.means[at] ?? 0)) / (model.spreads[at] ?? 1))
  return softmax(
    model.weights.map(([constant = 0, ...weights]) =>
      weights.reduce((sum, weight, at) => sum + weight * (scaled[at] ?? 0), constant),
    ),
  )
}

export function softmax(scores: readonly number[]): number[] {
  const top = Math.max(...scores)
  const powers = scores.map((score) => Math.exp(score - top))
  const total = powers.reduce((a, b) => a + b, 0)
  return powers.map((power) => power / total)
}

export interface FitOptions {
  classes: number
  /** Strength of the pull towards zero. */
  ridge?: number
  rounds?: number
  /** How much each class counts. */
  classWeights?: readonly number[]
}

/** Full-batch gradient descent with Adam (Kingma and Ba 2015); deterministic. */
export function learnLogistic(
  rows: readonly (readonly number[])[],
  labels: readonly number[],
  options: FitOptions,
): Logistic {
  const { classes, ridge = 1e-3, rounds = 400, classWeights } = options
  const size = rows[0]?.length ?? 0
  const means = Array.from({ length: size }, (_, at) => mean(rows.map((row) => row[at] ?? 0)))
  const spreads = means.map(
    (middle, at) => Math.sqrt(mean(rows.map((row) => ((row[at] ?? 0) - middle) ** 2))) || 1,
  )
  const scaled = rows.map((row) =>
    Float64Array.from([1, ...row.map((value, at) => (value - (means[at] ?? 0)) / (spreads[at] ?? 1))]),
  )
  const weights = Array.from({ length: classes }, () => new Float64Array(size + 1))
  const [first, second] = [weights, weights].map((all) => all.map((one) => new Float64Array(one.length)))
  for (let round = 1; round <= rounds; round += 1) {
    const slopes = slopesOf(scaled, labels, weights, classWeights)
    for (const [cls, row] of weights.entries())
      for (let at = 0; at <= size; at += 1) {
        const slope = (slopes[cls]?.[at] ?? 0) / rows.length + (at === 0 ? 0 : ridge * (row[at] ?? 0))
        const m = (first?.[cls] ?? row)[at] ?? 0
        const v = (second?.[cls] ?? row)[at] ?? 0
        const [m2, v2] = [0.9 * m + 0.1 * slope, 0.99 * v + 0.01 * slope * slope]
        if (first?.[cls]) first[cls][at] = m2
        if (second?.[cls]) second[cls][at] = v2
        row[at] =
          (row[at] ?? 0) - (0.05 * (m2 / (1 - 0.9 ** round))) / (Math.sqrt(v2 / (1 - 0.99 ** round)) + 1e-8)
      }
  }
  return { means, spreads, weights: weights.map((row) => [...row]) }
}

function slopesOf(
  rows: readonly Float64Array[],
  labels: readonly number[],
  weights: readonly Float64Array[],
  classWeights?: readonly number[],
): Float64Array[] {
  const slopes = weights.map((row) => new Float64Array(row.length))
  for (const [place, row] of rows.entries()) {
    const label = labels[place] ?? 0
    const probabilities = softmax(weights.map((weight) => dot(weight, row)))
    const counts = classWeights?.[label] ?? 1
    for (const [cls, slope] of slopes.entries()) {
      const error = counts * ((probabilities[cls] ?? 0) - Number(cls === label))
      for (let at = 0; at < row.length; at += 1) slope[at] = (slope[at] ?? 0) + error * (row[at] ?? 0)
    }
  }
  return slopes
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let at = 0; at < a.length; at += 1) sum += (a[at] ?? 0) * (b[at] ?? 0)
  return sum
}
