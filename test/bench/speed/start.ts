// Start-up and resident memory of the server, as an operator has it: by words, and with the text model.
import { readFileSync } from 'node:fs'
import { openMeasuredHouse } from './house.ts'
import type { Row } from './table.ts'

const starts = 5

export async function measureStart(): Promise<Row[]> {
  return [...(await measure('by words', { model: 'off' })), ...(await measure('with the model', {}))]
}

async function measure(how: string, settings: object): Promise<Row[]> {
  const pages = [{ id: 'aide', channel: 'community', name: 'Aide' }]
  const seen: { startMs: number; memory: number }[] = []
  for (let nth = 0; nth < starts; nth += 1) {
    const house = await openMeasuredHouse({ pages, ...settings })
    await (await fetch(`${house.url}/c/aide`)).text()
    seen.push({ startMs: house.startMs, memory: residentMiB(house.process.pid) })
    await house.close()
  }
  const middle = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(starts / 2)] ?? 0
  return [
    [
      `start-up until it listens, ${how} (median of ${starts})`,
      `${middle(seen.map(({ startMs }) => startMs)).toFixed(0)} ms`,
    ],
    [
      `resident memory after the first page, ${how}`,
      `${middle(seen.map(({ memory }) => memory)).toFixed(0)} MiB`,
    ],
  ]
}

/** Linux alone tells another process's memory this way. */
function residentMiB(pid: number | undefined): number {
  const [, kilobytes = '0'] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Number(kilobytes) / 1024
}
