// What every query is given: the database (or transaction), the tenant, and how rows are locked.
import type { Kysely } from 'kysely'
import type { Schema } from './schema.ts'

export type Dialect = 'sqlite' | 'postgres'

export interface Scope {
  db: Kysely<Schema>
  dialect: Dialect
  tenant: string
  /** Row locks: on PostgreSQL in a write transaction. SQLite has one writer at a time and needs none. */
  locks: boolean
  /** Row versions and posts as loaded in this transaction, so that an update lost to another instance shows. */
  loaded: Map<string, LoadedThread>
}

export interface LoadedThread {
  /** 0 for a thread that was not there. */
  rowVersion: number
  posts: ReadonlyMap<string, string>
}

/** Another instance wrote the same row meanwhile; the transaction is run again. */
export class WriteConflict extends Error {}
