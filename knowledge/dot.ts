// The inner product of two vectors, of which a post asks thousands.

/**
 * Four sums side by side, which a processor adds at once: half the time of one sum.
 * @param size of the vectors, a multiple of four; they begin at `from` and at `other`.
 */
export function dot(a: Float32Array, b: Float32Array, size = a.length, from = 0, other = 0): number {
  let [first, second, third, fourth] = [0, 0, 0, 0]
  for (let at = 0; at < size; at += 4) {
    first += (a[from + at] as number) * (b[other + at] as number)
    second += (a[from + at + 1] as number) * (b[other + at + 1] as number)
    third += (a[from + at + 2] as number) * (b[other + at + 2] as number)
    fourth += (a[from + at + 3] as number) * (b[other + at + 3] as number)
  }
  return first + second + third + fourth
}
