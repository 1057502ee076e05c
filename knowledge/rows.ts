// Vectors of one width in one stretch of memory, so that all their products are made in one go.
import type { Rows } from './judgement.ts'

/** All vectors of the parts, which have the same width, in their order. */
export function joinRows(parts: readonly Rows[]): Rows {
  const vectors = new Float32Array(parts.reduce((sum, one) => sum + one.vectors.length, 0))
  let from = 0
  for (const one of parts) {
    vectors.set(one.vectors, from)
    from += one.vectors.length
  }
  return { width: parts[0]?.width ?? 0, vectors }
}

export const rowOf = (vector: Float32Array): Rows => ({ width: vector.length, vectors: vector })

export const countOf = ({ width, vectors }: Rows): number => (width === 0 ? 0 : vectors.length / width)
