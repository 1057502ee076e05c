// How good the judgement is against labels: shares found, F1, and precision at each confidence.

export interface Counted {
  right: boolean
  /** 0..1 */
  confidence: number
}

/** Share of all that is decided, when only the most confident are, as long as `precision` of them are right. */
export function coverageAt(precision: number, decided: readonly Counted[]): number {
  const ranked = decided.toSorted((a, b) => b.confidence - a.confidence)
  let right = 0
  let covered = 0
  for (const [at, one] of ranked.entries()) {
    right += Number(one.right)
    if (right / (at + 1) >= precision) covered = at + 1
  }
  return ranked.length === 0 ? 0 : covered / ranked.length
}

/** F1 of one class: 2 TP / (2 TP + FP + FN). */
export function f1<T>(truth: readonly T[], said: readonly T[], cls: T): number {
  const hit = truth.filter((label, at) => label === cls && said[at] === cls).length
  const all = truth.filter((label) => label === cls).length + said.filter((label) => label === cls).length
  return all === 0 ? 0 : (2 * hit) / all
}

export function macroF1<T>(truth: readonly T[], said: readonly T[], classes: readonly T[]): number {
  return classes.reduce((sum, cls) => sum + f1(truth, said, cls), 0) / classes.length
}

/** Rows: what it is; columns: what was said. */
export function confusion<T>(truth: readonly T[], said: readonly T[], classes: readonly T[]): number[][] {
  return classes.map((row) =>
    classes.map((column) => truth.filter((label, at) => label === row && said[at] === column).length),
  )
}

/**
 * For each confidence the precision that a threshold there keeps: the least from there upward, so that the curve only
 * rises. Thinned to steps; the last twenty cases are too few to promise anything.
 */
export function precisionSteps(
  decided: readonly Counted[],
  steps = 60,
): { confidence: number; precision: number }[] {
  const ranked = decided.toSorted((a, b) => a.confidence - b.confidence)
  let right = ranked.filter((one) => one.right).length
  const above = ranked.map((one, at) => {
    const step = { confidence: one.confidence, precision: right / (ranked.length - at) }
    right -= Number(one.right)
    return step
  })
  const filled = above.slice(0, Math.max(1, above.length - 20))
  const every = Math.max(1, Math.floor(filled.length / steps))
  return filled
    .map((step, at) => ({
      ...step,
      precision: Math.min(...filled.slice(at).map(({ precision }) => precision)),
    }))
    .filter((_, at) => at % every === 0)
}
