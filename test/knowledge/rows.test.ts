// Vectors in one stretch: joined in their order, counted by their width.
import { expect, test } from '@jest/globals'
import { countOf, joinRows, rowOf } from '../../knowledge/rows.ts'

test('parts stand one after the other', () => {
  const [one, two] = [
    { width: 2, vectors: Float32Array.of(1, 2, 3, 4) },
    { width: 2, vectors: Float32Array.of(5, 6) },
  ]
  const all = joinRows([one, two])
  expect([...all.vectors]).toEqual([1, 2, 3, 4, 5, 6])
  expect(countOf(all)).toBe(3)
})

test('nothing joined has no vectors', () => {
  expect(countOf(joinRows([]))).toBe(0)
})

test('a vector is one row', () => {
  expect(countOf(rowOf(Float32Array.of(1, 2, 3)))).toBe(1)
})
