// Puts a backup in place. What was unfinished in it may have been posted since: its fate is unknown.
import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs'
import type { Kysely } from 'kysely'
import type { Log } from '../ports/index.ts'
import type { Schema } from './schema.ts'
import { openSqlite } from './sqlite.ts'

export type RestoreOutcome = { kind: 'done'; unknown: number } | { kind: 'refused'; reason: string }

/** @param now ms since the epoch, written as the moment from which each fate is unknown. */
export async function restore(options: {
  file: string
  url: string
  tenant: string
  log: Log
  now: number
}): Promise<RestoreOutcome> {
  const { file, url, now } = options
  if (/^postgres(ql)?:\/\//.test(url))
    return {
      kind: 'refused',
      reason:
        'PostgreSQL is restored with pg_restore; afterwards every reply not yet posted must be looked for by hand.',
    }
  if (!existsSync(file)) return { kind: 'refused', reason: `There is no file ${file}.` }
  const fresh = `${url}.restoring`
  copyFileSync(file, fresh)
  const opened = openSqlite(fresh)
  if (opened.kind === 'refused') {
    rmSync(fresh, { force: true })
    return opened
  }
  const { writer, close } = opened.handles
  if (!(await isOurs(writer))) {
    await close()
    for (const end of ['', '-wal', '-shm']) rmSync(`${fresh}${end}`, { force: true })
    return {
      kind: 'refused',
      reason: `${file} is a database, but not one of Entraide. Name a file that backup wrote.`,
    }
  }
  const { numUpdatedRows } = await writer
    .updateTable('outbox')
    .set({
      state: 'unknown',
      unknown_since: now,
      due_at: now,
      updated_at: now,
      reason: 'A backup was restored.',
    })
    .where('state', 'in', ['due', 'sending'])
    .executeTakeFirst()
  await close()
  for (const end of ['-wal', '-shm']) rmSync(`${url}${end}`, { force: true })
  renameSync(fresh, url)
  for (const end of ['-wal', '-shm']) rmSync(`${fresh}${end}`, { force: true })
  return { kind: 'done', unknown: Number(numUpdatedRows) }
}

async function isOurs(db: Kysely<Schema>): Promise<boolean> {
  const tables = await db.introspection.getTables()
  return ['migration', 'outbox'].every((name) => tables.some((table) => table.name === name))
}
