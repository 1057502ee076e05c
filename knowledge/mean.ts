// The mean of some numbers.

/** 0 where there is none. */
export const mean = (values: readonly number[]) =>
  values.length === 0 ? 0 : values.reduce((a, b) => a + b, 0) / values.length
