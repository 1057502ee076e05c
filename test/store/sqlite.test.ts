// The contract over SQLite, and what is SQLite's own: durable settings, backup and restore.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from '@jest/globals'
import Database from 'better-sqlite3'
import { silentLog } from '../../src/log.ts'
import { openStore, restore } from '../../src/store/index.ts'
import { anOutboxRow, tuesdayAtTen as now } from '../fakes/matter.ts'
import { storeContract } from './contract.ts'

const folder = mkdtempSync(join(tmpdir(), 'entraide-store-'))
let made = 0
function file(): string {
  made += 1
  return join(folder, `${made}.sqlite`)
}
afterAll(() => rmSync(folder, { recursive: true, force: true }))

storeContract('SQLite', async () => file())

describe('SQLite', () => {
  it('is durable at every open: WAL and synchronous FULL', async () => {
    const url = file()
    for (let time = 0; time < 2; time += 1) {
      const opened = await openStore({ url, log: silentLog })
      if (opened.kind === 'refused') throw new Error(opened.reason)
      const { db } = opened.store.people as { db: { executeQuery(of: unknown): Promise<{ rows: object[] }> } }
      const { CompiledQuery } = await import('kysely')
      const rows = await Promise.all(
        ['journal_mode', 'synchronous'].map((name) => db.executeQuery(CompiledQuery.raw(`pragma ${name}`))),
      )
      expect(rows.map((one) => Object.values(one.rows[0] ?? {})[0])).toEqual(['wal', 2])
      await opened.store.close()
    }
  })

  it('says what is wrong with a file that is no database', async () => {
    const url = file()
    writeFileSync(url, 'not a database, whatever its name says'.repeat(50))
    expect(await openStore({ url, log: silentLog })).toMatchObject({
      kind: 'refused',
      reason: expect.stringContaining(url),
    })
  })

  it('backs up while it runs; restored, every unfinished reply is of unknown fate', async () => {
    const [url, copy, target] = [file(), file(), file()]
    const opened = await openStore({ url, log: silentLog })
    if (opened.kind === 'refused') throw new Error(opened.reason)
    await opened.store.transaction(async (tx) => {
      await tx.insertOutbox(anOutboxRow({ id: 'due' }))
      await tx.insertOutbox(anOutboxRow({ id: 'sent', state: 'sent' }))
    })
    expect(await opened.store.backup(copy)).toMatchObject({ kind: 'done' })
    await opened.store.close()
    expect(await restore({ file: copy, url: target, tenant: 'main', log: silentLog, now })).toEqual({
      kind: 'done',
      unknown: 1,
    })
    const raw = new Database(target, { readonly: true })
    expect(raw.prepare('select id, state from outbox order by id').all()).toEqual([
      { id: 'due', state: 'unknown' },
      { id: 'sent', state: 'sent' },
    ])
    raw.close()
  })
})
