// The face of the store: opens SQLite or PostgreSQL, brings it to this version, and gives transactions over it.
import type { Kysely } from 'kysely'
import type { Log, Store, StoreTransaction } from '../ports/index.ts'
import { brandRows } from './brand-rows.ts'
import { callBackRows } from './call-back-rows.ts'
import { decisionRows } from './decision-rows.ts'
import { inboxRows } from './inbox-rows.ts'
import { migrate } from './migrate.ts'
import type { Migration } from './migrations.ts'
import { outboxRows } from './outbox-rows.ts'
import { isRetryable, openPostgres } from './postgres.ts'
import type { Schema } from './schema.ts'
import { type Dialect, type Scope, WriteConflict } from './scope.ts'
import { openSqlite, writeSqlite } from './sqlite.ts'
import { threadLists } from './thread-lists.ts'
import { threadRows } from './thread-rows.ts'

export { type RestoreOutcome, restore } from './restore.ts'

export interface StoreOptions {
  /** A file path, ':memory:', or postgres://... */
  url: string
  tenant?: string
  log: Log
  /** For tests of migrations. */
  migrations?: readonly Migration[]
}

export type StoreOutcome = { kind: 'open'; store: Store } | { kind: 'refused'; reason: string }

const mostTries = 6

/** @returns the store at this version of the schema; or what is wrong, where, and how to mend it. */
export async function openStore(options: StoreOptions): Promise<StoreOutcome> {
  const opened = /^postgres(ql)?:\/\//.test(options.url) ? await postgresStore(options) : sqliteStore(options)
  if (opened.kind === 'refused') return opened
  const { store, db } = opened
  const migrated = await migrate(db, store.dialect, Date.now(), options.migrations)
  if (migrated.kind === 'done') return { kind: 'open', store }
  await store.close()
  return {
    kind: 'refused',
    reason: `The database is of a newer version (it knows ${migrated.unknown.join(', ')}). Install that version of Entraide, or restore an older backup.`,
  }
}

type Opened = { kind: 'open'; store: Store; db: Kysely<Schema> } | { kind: 'refused'; reason: string }

function sqliteStore({ url, tenant = 'main' }: StoreOptions): Opened {
  const opened = openSqlite(url)
  if (opened.kind === 'refused') return opened
  const { writer, reader, backup, close } = opened.handles
  const store: Store = {
    dialect: 'sqlite',
    transaction: (work) =>
      again(() => writeSqlite(writer, (db) => work(transactionOver(scope(db, 'sqlite', tenant, false))))),
    read: (work) => work(transactionOver(scope(reader, 'sqlite', tenant, false))),
    backup: async (file) => ({ kind: 'done', bytes: await backup(file) }),
    people: { type: 'sqlite', db: writer },
    close,
  }
  return { kind: 'open', store, db: writer }
}

async function postgresStore({ url, tenant = 'main', log }: StoreOptions): Promise<Opened> {
  const opened = await openPostgres(url, log)
  if (opened.kind === 'refused') return opened
  const { db } = opened
  const store: Store = {
    dialect: 'postgres',
    transaction: (work) =>
      again(() =>
        db.transaction().execute((tx) => work(transactionOver(scope(tx, 'postgres', tenant, true)))),
      ),
    read: (work) => work(transactionOver(scope(db, 'postgres', tenant, false))),
    backup: async () => ({ kind: 'cannot', reason: 'PostgreSQL is backed up with its own pg_dump.' }),
    people: { type: 'postgres', db },
    close: () => db.destroy(),
  }
  return { kind: 'open', store, db }
}

function scope(db: Kysely<Schema>, dialect: Dialect, tenant: string, locks: boolean): Scope {
  return { db, dialect, tenant, locks, loaded: new Map() }
}

function transactionOver(over: Scope): StoreTransaction {
  return {
    ...inboxRows(over),
    ...threadRows(over),
    ...threadLists(over),
    ...decisionRows(over),
    ...outboxRows(over),
    ...brandRows(over),
    ...callBackRows(over),
  }
}

/** Runs a transaction again when another instance got in between. */
async function again<T>(transaction: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await transaction()
    } catch (error) {
      if (tries >= mostTries || !(error instanceof WriteConflict || isRetryable(error))) throw error
    }
  }
}
