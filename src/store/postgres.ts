// PostgreSQL: where a brand that outgrows one machine goes; instances without state, rows claimed by lock.
import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import type { Log } from '../ports/index.ts'
import type { Schema } from './schema.ts'

export type PostgresOutcome = { kind: 'open'; db: Kysely<Schema> } | { kind: 'refused'; reason: string }

const mostConnections = 10
const connectMs = 10_000
/** The type number of int8 in PostgreSQL's catalogue; our numbers stay below 2^53. */
const int8 = 20

/** @param url postgres://user:password@host:port/database; never logged. */
export async function openPostgres(url: string, log: Log): Promise<PostgresOutcome> {
  const pool = new pg.Pool({
    connectionString: url,
    max: mostConnections,
    connectionTimeoutMillis: connectMs,
    types: {
      getTypeParser: (type: number, format?: 'text' | 'binary') =>
        type === int8 ? Number : pg.types.getTypeParser(type, format as 'text'),
    },
  })
  // An idle connection that the server closes is replaced; unheard, the event would end the process.
  pool.on('error', (error) => log.warn('A database connection was lost.', { error: error.message }))
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })
  try {
    await sql`select 1`.execute(db)
    return { kind: 'open', db }
  } catch (error) {
    await db.destroy()
    const message =
      error instanceof Error ? error.message || String((error as { code?: unknown }).code) : String(error)
    return {
      kind: 'refused',
      reason: `PostgreSQL cannot be reached: ${message}. Check ENTRAIDE_DATABASE_URL and that the server runs.`,
    }
  }
}

/** Serialisation failure, deadlock, and a key that two instances inserted at once: run the transaction again. */
const retryable = new Set(['40001', '40P01', '23505'])

export function isRetryable(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && retryable.has(String(error.code))
}
