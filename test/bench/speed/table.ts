// Rows for the screen, and the two figures that a hundred measurements come to.

export type Row = readonly [what: string, figure: string]

export function printTable(title: string, rows: readonly Row[]): void {
  console.log(title)
  for (const [what, figure] of rows) console.log(`  ${what.padEnd(58)} ${figure}`)
  console.log('')
}

/** "median 3.1 ms, p99 9.8 ms" */
export function spread(ms: readonly number[]): string {
  const sorted = ms.toSorted((a, b) => a - b)
  const at = (share: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(1)
  return `median ${at(0.5)} ms, p99 ${at(0.99)} ms`
}
