// A migration killed half-way leaves nothing behind, and the next start finishes it.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { silentLog } from '../../src/log.ts'
import { defaultSettings } from '../../src/policy/index.ts'
import { openStore } from '../../src/store/index.ts'
import { migrations } from '../../src/store/migrations.ts'
import { postgresIsOff, startPostgres, type TestPostgres } from '../fakes/postgres.ts'
import { later } from './killed-migration.ts'

const program = join(import.meta.dirname, 'killed-migration.ts')
const page = defaultSettings({ pageId: 'p', channel: 'community', brand: 'B', name: 'P' })
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'entraide-killed-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function open(url: string, list = migrations) {
  const opened = await openStore({ url, log: silentLog, migrations: list })
  if (opened.kind === 'refused') throw new Error(opened.reason)
  return opened.store
}

async function survives(url: string): Promise<void> {
  const before = await open(url)
  await before.transaction((tx) => tx.saveSettings(page))
  await before.close()

  const child = spawn(process.execPath, [program, url, 'die'], { stdio: 'inherit' })
  const [, signal] = await once(child, 'exit')
  expect(signal).toBe('SIGKILL')

  // This version finds its own database, whole: the half of the later one left no trace.
  const same = await open(url)
  expect(await same.read((tx) => tx.settings())).toEqual([page])
  await same.close()

  const next = await open(url, [...migrations, later])
  expect(await next.read((tx) => tx.settings())).toEqual([page])
  await next.close()
  const older = await openStore({ url, log: silentLog })
  expect(older).toMatchObject({ kind: 'refused', reason: expect.stringContaining('9999-later') })
}

test('SQLite', () => survives(join(folder, 'killed.sqlite')), 60_000)

if (postgresIsOff) {
  test('PostgreSQL is left out: ENTRAIDE_TEST_POSTGRES=off', () =>
    expect(process.env.ENTRAIDE_TEST_POSTGRES).toBe('off'))
} else {
  let server: TestPostgres
  beforeAll(async () => {
    server = await startPostgres()
  }, 60_000)
  afterAll(() => server?.stop())
  test('PostgreSQL', async () => survives(await server.database()), 60_000)
}
