// The mean of some numbers.

/** 0 where there is none. */
export const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((a, b) => a + b, 0) / values.length

export const meanOfLargest = (values: readonly number[], count: number): number =>
  mean(values.toSorted((a, b) => b - a).slice(0, count))
