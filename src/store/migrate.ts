// Brings a database to this version, and refuses one of a newer version.
import { type Kysely, sql } from 'kysely'
import { type Migration, migrations } from './migrations.ts'
import type { Schema } from './schema.ts'
import type { Dialect } from './scope.ts'

/** Any number, the same for every instance: one migrates, the others wait. */
const lockKey = 7_318_442

export type MigrateOutcome =
  | { kind: 'done'; applied: readonly string[] }
  | { kind: 'newer'; unknown: readonly string[] }

export async function migrate(
  db: Kysely<Schema>,
  dialect: Dialect,
  now: number,
  list: readonly Migration[] = migrations,
): Promise<MigrateOutcome> {
  await sql`create table if not exists migration (name text primary key, at bigint not null)`.execute(db)
  const there = await db.selectFrom('migration').select('name').execute()
  const known = new Set(list.map(({ name }) => name))
  const unknown = there.map(({ name }) => name).filter((name) => !known.has(name))
  if (unknown.length > 0) return { kind: 'newer', unknown }
  const applied: string[] = []
  for (const migration of list) if (await runOnce(db, dialect, migration, now)) applied.push(migration.name)
  return { kind: 'done', applied }
}

async function runOnce(
  db: Kysely<Schema>,
  dialect: Dialect,
  migration: Migration,
  now: number,
): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    if (dialect === 'postgres') await sql`select pg_advisory_xact_lock(${lockKey})`.execute(tx)
    const done = await tx
      .selectFrom('migration')
      .select('name')
      .where('name', '=', migration.name)
      .executeTakeFirst()
    if (done) return false
    await migration.up(tx as unknown as Kysely<unknown>, dialect)
    await tx.insertInto('migration').values({ name: migration.name, at: now }).execute()
    return true
  })
}
