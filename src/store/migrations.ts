// The migrations in order; each runs once, whole, in a transaction of its own. A landed one is never edited.
import { type Kysely, sql } from 'kysely'
import type { Dialect } from './scope.ts'

export interface Migration {
  name: string
  up(db: Kysely<unknown>, dialect: Dialect): Promise<void>
}

const begin: Migration = {
  name: '2026-11-begin',
  async up(db, dialect) {
    for (const statement of beginStatements(dialect)) await sql.raw(statement).execute(db)
  },
}

const callBacks: Migration = {
  name: '2026-11-call-backs',
  async up(db) {
    for (const statement of callBackStatements) await sql.raw(statement).execute(db)
  },
}

/** Threads and pages kept before they had these fields. */
const newFields: Migration = {
  name: '2026-11-new-fields',
  async up(db, dialect) {
    for (const [table, fields] of Object.entries(fieldsAdded))
      await sql.raw(addFields(dialect, table, JSON.stringify(fields))).execute(db)
  },
}

export const migrations: readonly Migration[] = [begin, callBacks, newFields]

const fieldsAdded = {
  thread: { signs: [], solvedAt: null },
  page: { privateWithinMs: null, topicBrakes: {} },
}

/** What a row has already wins. A merge patch drops nulls in SQLite (RFC 7396), so fields are set one by one there. */
function addFields(dialect: Dialect, table: string, fields: string): string {
  if (dialect === 'postgres') return `update ${table} set body = ('${fields}'::jsonb || body::jsonb)::text`
  const set = Object.entries(JSON.parse(fields) as Record<string, unknown>).map(
    ([name, value]) => `'$.${name}', json('${JSON.stringify(value)}')`,
  )
  return `update ${table} set body = json_insert(body, ${set.join(', ')})`
}

const callBackStatements = [
  `create table call_back (tenant text not null, id text not null, thread_id text not null, page_id text not null,
    name text not null, phone text not null, from_at bigint, until_at bigint, asked_at bigint not null,
    done_at bigint, done_by text, primary key (tenant, id))`,
  'create index call_back_waiting on call_back (tenant, asked_at) where done_at is null',
  'create index call_back_thread on call_back (tenant, thread_id)',
]

/** The order of arrival: a number that only rises. */
const numbered = (dialect: Dialect) =>
  dialect === 'sqlite'
    ? { columns: 'seq integer primary key autoincrement, tenant text not null', key: '' }
    : { columns: 'tenant text not null, seq bigserial not null', key: ', primary key (tenant, seq)' }

function beginStatements(dialect: Dialect): string[] {
  const { columns, key } = numbered(dialect)
  return [
    `create table inbox (${columns}, channel text not null, external_id text not null, kind text not null,
      version bigint not null, thread_id text not null, payload text not null, received_at bigint not null,
      done_at bigint, unique (tenant, channel, external_id, kind, version)${key})`,
    'create index inbox_waiting on inbox (tenant, seq) where done_at is null',
    'create index inbox_thread on inbox (tenant, thread_id, seq)',
    `create table thread (tenant text not null, id text not null, channel text not null, page_id text not null,
      external_id text not null, state text not null, opened_at bigint not null, wake_at bigint,
      judge_wanted integer not null, crisis integer not null, in_queue integer not null, visible integer not null,
      unmatched integer not null, entry_id text, lang text not null, question text not null, words text not null,
      body text not null, row_version bigint not null, primary key (tenant, id))`,
    'create index thread_page on thread (tenant, page_id, opened_at, id)',
    'create index thread_opened on thread (tenant, opened_at, id)',
    'create index thread_wake on thread (tenant, wake_at) where wake_at is not null',
    'create index thread_judge on thread (tenant, opened_at) where judge_wanted = 1',
    'create index thread_queue on thread (tenant, crisis, opened_at, id) where in_queue = 1',
    'create index thread_entry on thread (tenant, entry_id) where entry_id is not null',
    `create table post (tenant text not null, thread_id text not null, id text not null, channel text not null,
      external_id text not null, author_id text not null, author_name text not null, role text not null,
      page_id text not null, at bigint not null, body text not null, primary key (tenant, id),
      unique (tenant, channel, external_id))`,
    'create index post_thread on post (tenant, thread_id)',
    'create index post_author on post (tenant, author_id)',
    `create table mark (tenant text not null, thread_id text not null, post_id text not null, mark text not null,
      page_id text not null, author_id text not null, author_name text not null, primary key (tenant, post_id))`,
    'create index mark_thread on mark (tenant, thread_id)',
    `create table suggestion (tenant text not null, id text not null, thread_id text not null,
      created_at bigint not null, body text not null, primary key (tenant, id))`,
    'create index suggestion_thread on suggestion (tenant, thread_id)',
    `create table review (tenant text not null, id text not null, thread_id text not null, at bigint not null,
      body text not null, primary key (tenant, id))`,
    'create index review_thread on review (tenant, thread_id)',
    `create table outbox (tenant text not null, id text not null, thread_id text, channel text not null,
      page_id text not null, payload text not null, state text not null, due_at bigint not null,
      attempts integer not null, sending_since bigint, unknown_since bigint, external_id text, reason text,
      created_at bigint not null, updated_at bigint not null, primary key (tenant, id))`,
    'create index outbox_state on outbox (tenant, state, due_at)',
    'create index outbox_thread on outbox (tenant, thread_id)',
    `create table audit (${columns}, at bigint not null, thread_id text, page_id text, "by" text not null,
      what text not null, rule text, sentence text not null, details text not null${key})`,
    'create index audit_thread on audit (tenant, thread_id, seq)',
    `create table entry (tenant text not null, id text not null, revision integer not null, removed_at bigint,
      body text not null, primary key (tenant, id))`,
    `create table entry_revision (tenant text not null, id text not null, revision integer not null,
      at bigint not null, "by" text not null, body text not null, primary key (tenant, id, revision))`,
    'create table page (tenant text not null, id text not null, body text not null, primary key (tenant, id))',
    `create table post_like (tenant text not null, post_id text not null, person_id text not null,
      primary key (tenant, post_id, person_id))`,
    'create table fact (tenant text not null, name text not null, value text not null, primary key (tenant, name))',
    ...['audit', 'review', 'entry_revision'].flatMap((table) => appendOnly(table, dialect)),
  ]
}

/** What was decided is never changed: the database itself refuses. */
function appendOnly(table: string, dialect: Dialect): string[] {
  if (dialect === 'sqlite')
    return ['update', 'delete'].map(
      (act) =>
        `create trigger ${table}_no_${act} before ${act} on ${table} begin select raise(abort, '${table} is append-only'); end`,
    )
  return [
    `create or replace function ${table}_append_only() returns trigger language plpgsql as
      $$ begin raise exception '${table} is append-only'; end $$`,
    `create trigger ${table}_no_change before update or delete on ${table}
      for each row execute function ${table}_append_only()`,
  ]
}
