// migrate, backup and restore.
import { existsSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import Database from 'better-sqlite3'
import { UsageError } from '../../src/commands/index.ts'
import { anOutboxRow } from '../fakes/matter.ts'
import { run } from './spoken.ts'
import { openWorkplaces } from './workplace.ts'

const place = openWorkplaces()
const stateOf = (id: string) =>
  place.withStore((store) => store.read(async (tx) => (await tx.outbox(id))?.state ?? null))
const keep = (...rows: Parameters<typeof anOutboxRow>[0][]) =>
  place.withStore((store) =>
    store.transaction(async (tx) => {
      for (const row of rows) await tx.insertOutbox(anOutboxRow(row))
    }),
  )

describe('migrate', () => {
  test('makes the database, and again changes nothing', async () => {
    expect((await run('migrate')).out).toEqual(['The database is at this version.'])
    expect(existsSync(place.path('data.sqlite'))).toBe(true)
    expect((await run('migrate')).code).toBe(0)
  })

  test('a database of a newer version is refused, with what to do', async () => {
    await run('migrate')
    const raw = new Database(place.path('data.sqlite'))
    raw.prepare("insert into migration (name, at) values ('9999-from-the-future', 0)").run()
    raw.close()
    await expect(run('migrate')).rejects.toThrow(/newer version.*9999-from-the-future.*Install that version/)
  })
})

describe('backup and restore', () => {
  test('what was unfinished in the backup is of unknown fate; what came after it is gone', async () => {
    await keep({ id: 'due' }, { id: 'sending', threadId: 'u', state: 'sending', sendingSince: 1 })
    await keep({ id: 'sent', threadId: 'v', state: 'sent' })
    expect((await run('backup', place.path('copy.sqlite'))).out).toEqual([
      expect.stringMatching(/copy\.sqlite: \d+ bytes\./),
    ])
    await keep({ id: 'later', threadId: 'w' })
    const { out } = await run('restore', place.path('copy.sqlite'))
    expect(out).toEqual([expect.stringMatching(/^Restored\. 2 unfinished replies are of unknown fate/)])
    expect([await stateOf('due'), await stateOf('sending'), await stateOf('sent')]).toEqual([
      'unknown',
      'unknown',
      'sent',
    ])
    expect(await stateOf('later')).toBeNull()
  })

  test.each([
    ['is not there', null],
    ['is no database', 'no database at all'.repeat(100)],
  ])('a backup that %s leaves the database as it stands', async (_, bytes) => {
    await keep({ id: 'due' })
    if (bytes !== null) place.write('copy.sqlite', bytes)
    await expect(run('restore', place.path('copy.sqlite'))).rejects.toThrow(/copy\.sqlite|restoring/)
    expect(await stateOf('due')).toBe('due')
    expect(existsSync(place.path('data.sqlite.restoring'))).toBe(false)
  })

  test('a database of something else is refused and leaves the database as it stands', async () => {
    await keep({ id: 'due' })
    const other = new Database(place.path('copy.sqlite'))
    other.exec('create table recipes (name text)')
    other.close()
    await expect(run('restore', place.path('copy.sqlite'))).rejects.toThrow(/copy\.sqlite.*Entraide/)
    expect(await stateOf('due')).toBe('due')
    expect(existsSync(place.path('data.sqlite.restoring'))).toBe(false)
  })

  test('both want one file', async () => {
    await expect(run('backup')).rejects.toThrow(UsageError)
    await expect(run('restore', 'a', 'b')).rejects.toThrow(UsageError)
  })
})
