// The inner product, whole and of a part.
import { expect, test } from '@jest/globals'
import { dot } from '../../knowledge/dot.ts'

const a = new Float32Array([1, 2, 3, 4, 5, 6, 7, 8])
const b = new Float32Array([1, 0, 0, 1, 0, 0, 2, 0])

test('adds the products of whole vectors', () => {
  expect(dot(a, b)).toBe(1 + 4 + 14)
})

test('adds those of a part of each', () => {
  expect(dot(a, b, 4, 4, 0)).toBe(5 + 8)
})
