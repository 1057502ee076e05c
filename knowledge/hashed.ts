// A linear classifier over hashed words and letters: what kind of post this is, by how it sounds.
import { softmax } from './logistic.ts'
import { characterGrams, words } from './text.ts'

/** A power of two: the places that words and letters are hashed to. */
export const hashedSize = 8192

export interface HashedModel {
  classes: number
  /** Constants, one a class. */
  constants: readonly number[]
  /** class x place, row by row. */
  weights: Float32Array
}

/** Place -> weight, of length 1. */
export function hashedFeatures(text: string): Map<number, number> {
  const all = words(text)
  const terms = [
    ...all.map((word) => `w ${word}`),
    ...all.slice(1).map((word, at) => `b ${all[at]} ${word}`),
    ...characterGrams(text, 3, 4),
    ...signs(text),
  ]
  const counts = new Map<number, number>()
  for (const term of terms) {
    const place = hash(term) & (hashedSize - 1)
    counts.set(place, (counts.get(place) ?? 0) + 1)
  }
  const weights = new Map([...counts].map(([place, count]) => [place, 1 + Math.log(count)]))
  const length = Math.hypot(...weights.values()) || 1
  return new Map([...weights].map(([place, weight]) => [place, weight / length]))
}

function signs(text: string): string[] {
  return [
    ...(text.includes('?') ? ['s ?'] : []),
    ...(text.includes('!') ? ['s !'] : []),
    ...(/\p{Extended_Pictographic}/u.test(text) ? ['s emoji'] : []),
    ...(/https?:|www\./i.test(text) ? ['s link'] : []),
    ...(/\d/.test(text) ? ['s digit'] : []),
    ...(/[A-ZÀ-Ý]{4,}/.test(text) ? ['s capitals'] : []),
    `s length ${Math.min(8, Math.round(Math.log2(1 + text.length)))}`,
  ]
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  return (value ^ (value >>> 15)) >>> 0
}

/** A probability each class. */
export function predictHashed(
  { classes, constants, weights }: HashedModel,
  features: ReadonlyMap<number, number>,
): number[] {
  const scores = Array.from({ length: classes }, (_, cls) => constants[cls] ?? 0)
  for (const [place, value] of features)
    for (let cls = 0; cls < classes; cls += 1)
      scores[cls] = (scores[cls] ?? 0) + value * (weights[cls * hashedSize + place] ?? 0)
  return softmax(scores)
}

export interface HashedFit {
  classes: number
  classWeights: readonly number[]
  rounds?: number
  ridge?: number
}

/** Stochastic descent with AdaGrad (Duchi 2011), rows in their order; deterministic. */
export function fitHashed(
  rows: readonly ReadonlyMap<number, number>[],
  labels: readonly number[],
  { classes, classWeights, rounds = 25, ridge = 2e-5 }: HashedFit,
): HashedModel {
  const weights = new Float32Array(classes * hashedSize)
  const seen = new Float32Array(classes * hashedSize).fill(1e-6)
  const constants = new Array<number>(classes).fill(0)
  for (let round = 0; round < rounds; round += 1)
    for (let step = 0; step < rows.length; step += 1) {
      // A stride prime to the count visits all rows, mixed, the same way each time.
      const place = (step * 7919 + round * 104_729) % rows.length
      const row = rows[place]
      const label = labels[place] ?? 0
      if (!row) continue
      const probabilities = predictHashed({ classes, constants, weights }, row)
      for (let cls = 0; cls < classes; cls += 1) {
        const error = (classWeights[label] ?? 1) * ((probabilities[cls] ?? 0) - Number(cls === label))
        constants[cls] = (constants[cls] ?? 0) - 0.02 * error
        for (const [at, value] of row) {
          const index = cls * hashedSize + at
          const slope = error * value + ridge * (weights[index] ?? 0)
          seen[index] = (seen[index] ?? 0) + slope * slope
          weights[index] = (weights[index] ?? 0) - (0.5 * slope) / Math.sqrt(seen[index] ?? 1)
        }
      }
    }
  return { classes, constants, weights }
}
