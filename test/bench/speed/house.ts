// A house for measuring: the real server in a process of its own, on a fresh file, reached through a trusted proxy so
// that each visitor has an address and the limits stay as they are.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort, type HouseProcess, startHouseProcess } from '../../stories/house-process.ts'

export interface MeasuredHouse {
  url: string
  database: string
  process: HouseProcess
  /** From the start of the process until it says that it listens, ms. */
  startMs: number
  close(): Promise<void>
}

export async function openMeasuredHouse(settings: object = {}): Promise<MeasuredHouse> {
  const folder = mkdtempSync(join(tmpdir(), 'entraide-bench-'))
  const port = await freePort()
  const database = join(folder, 'bench.sqlite')
  const file = join(folder, 'entraide.json')
  const own = { port, databaseUrl: database, demo: false, trustProxy: true, ...settings }
  writeFileSync(file, JSON.stringify(own))
  const began = performance.now()
  const process = startHouseProcess(file)
  if (!(await process.opened)) throw new Error('The server did not start.')
  return {
    url: `http://127.0.0.1:${port}`,
    database,
    process,
    startMs: performance.now() - began,
    async close() {
      await process.kill()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
