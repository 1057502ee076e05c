// SQLite: one writer, readers beside it, every commit on disk before it is answered.
import { mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { Kysely, SqliteDialect, sql } from 'kysely'
import type { Schema } from './schema.ts'

export interface SqliteHandles {
  writer: Kysely<Schema>
  reader: Kysely<Schema>
  backup(file: string): Promise<number>
  close(): Promise<void>
}

export type SqliteOutcome = { kind: 'open'; handles: SqliteHandles } | { kind: 'refused'; reason: string }

const busyMs = 10_000
const memory = ':memory:'

/** @param file a path, or ':memory:'. */
export function openSqlite(file: string): SqliteOutcome {
  let raw: Database.Database
  try {
    if (file !== memory) mkdirSync(dirname(file), { recursive: true })
    raw = new Database(file)
  } catch (error) {
    return {
      kind: 'refused',
      reason: `The database ${file} cannot be opened: ${messageOf(error)}. Check the path and its permissions.`,
    }
  }
  const wrong = prepare(raw, file)
  if (wrong !== null) {
    raw.close()
    return { kind: 'refused', reason: wrong }
  }
  const writer = kysely(raw)
  const reader = file === memory ? writer : kysely(openReader(file))
  return {
    kind: 'open',
    handles: {
      writer,
      reader,
      async backup(target) {
        // On the writer's own connection: another one would start over at each commit.
        await raw.backup(target)
        return statSync(target).size
      },
      async close() {
        if (reader !== writer) await reader.destroy()
        await writer.destroy()
      },
    },
  }
}

/** A reopened WAL file comes back with synchronous=NORMAL: it is set, and read back, at every open. */
function prepare(raw: Database.Database, file: string): string | null {
  try {
    raw.pragma('journal_mode = WAL')
    raw.pragma('synchronous = FULL')
    raw.pragma('foreign_keys = ON')
    raw.pragma(`busy_timeout = ${busyMs}`)
    const mode = String(raw.pragma('journal_mode', { simple: true }))
    const synchronous = Number(raw.pragma('synchronous', { simple: true }))
    if (mode !== 'wal' && file !== memory)
      return `${file}: the journal mode is "${mode}", not WAL. Put the database on a local disk that supports it.`
    return synchronous === 2
      ? null
      : `${file}: synchronous is ${synchronous}, not FULL (2): commits would not be safe.`
  } catch (error) {
    return `${file} is not a database that can be used: ${messageOf(error)}. Restore a backup, or name another file.`
  }
}

function openReader(file: string): Database.Database {
  const raw = new Database(file, { readonly: true })
  raw.pragma(`busy_timeout = ${busyMs}`)
  return raw
}

const kysely = (raw: Database.Database) =>
  new Kysely<Schema>({ dialect: new SqliteDialect({ database: raw }) })

/**
 * The write lock is taken at once: a transaction that reads first could not take it later. SQLite answers without ever
 * waiting, so between two transactions the sockets are given their turn; else the line's work would keep the next
 * post from even being read.
 */
export async function writeSqlite<T>(
  writer: Kysely<Schema>,
  work: (db: Kysely<Schema>) => Promise<T>,
): Promise<T> {
  await setImmediate()
  return writer.connection().execute(async (connection) => {
    await sql`begin immediate`.execute(connection)
    try {
      const result = await work(connection)
      await sql`commit`.execute(connection)
      return result
    } catch (error) {
      await sql`rollback`.execute(connection).catch(() => undefined)
      throw error
    }
  })
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))
