// The outbox: what must leave the house once, and what is known of it.
import type { Selectable } from 'kysely'
import type { OutboxPayload, OutboxRow, StoreTransaction } from '../ports/index.ts'
import type { Schema } from './schema.ts'
import type { Scope } from './scope.ts'

type Methods = Pick<
  StoreTransaction,
  'insertOutbox' | 'outbox' | 'claimOutbox' | 'updateOutbox' | 'outboxIn' | 'strandedToUnknown'
>

export function outboxRows({ db, tenant, locks }: Scope): Methods {
  const rows = () => db.selectFrom('outbox').selectAll().where('tenant', '=', tenant)
  return {
    async insertOutbox(row) {
      await db.insertInto('outbox').values(toColumns(tenant, row)).execute()
    },
    async outbox(id) {
      const row = await rows().where('id', '=', id).executeTakeFirst()
      return row ? fromColumns(row) : null
    },
    async claimOutbox(now, limit) {
      const due = await rows()
        .where('state', '=', 'due')
        .where('due_at', '<=', now)
        .where(({ or, eb, not, exists, selectFrom }) =>
          or([
            eb('thread_id', 'is', null),
            not(
              exists(
                selectFrom('outbox as other')
                  .select('other.id')
                  .where('other.tenant', '=', tenant)
                  .whereRef('other.thread_id', '=', 'outbox.thread_id')
                  .where('other.state', 'in', ['sending', 'unknown']),
              ),
            ),
          ]),
        )
        .orderBy('created_at')
        .orderBy('id')
        .limit(limit)
        .$if(locks, (query) => query.forUpdate().skipLocked())
        .execute()
      const claimed = firstOfThread(due)
      for (const row of claimed)
        await db
          .updateTable('outbox')
          .set({ state: 'sending', sending_since: now, attempts: row.attempts + 1, updated_at: now })
          .where('tenant', '=', tenant)
          .where('id', '=', row.id)
          .execute()
      return claimed.map((row) => ({
        ...fromColumns(row),
        state: 'sending',
        sendingSince: now,
        attempts: row.attempts + 1,
        updatedAt: now,
      }))
    },
    async updateOutbox(id, change, now) {
      await db
        .updateTable('outbox')
        .set({
          updated_at: now,
          ...(change.state !== undefined && { state: change.state }),
          ...(change.dueAt !== undefined && { due_at: change.dueAt }),
          ...(change.sendingSince !== undefined && { sending_since: change.sendingSince }),
          ...(change.unknownSince !== undefined && { unknown_since: change.unknownSince }),
          ...(change.externalId !== undefined && { external_id: change.externalId }),
          ...(change.reason !== undefined && { reason: change.reason }),
        })
        .where('tenant', '=', tenant)
        .where('id', '=', id)
        .execute()
    },
    async outboxIn(states, limit, threadId) {
      let query = rows()
        .where('state', 'in', [...states])
        .orderBy('created_at')
        .orderBy('id')
        .limit(limit)
      if (threadId !== undefined) query = query.where('thread_id', '=', threadId)
      return (await query.execute()).map(fromColumns)
    },
    async strandedToUnknown(since, now) {
      const stranded = await rows()
        .where('state', '=', 'sending')
        .where('sending_since', '<', since)
        .execute()
      const reason = 'The house stopped while this was being sent.'
      for (const { id } of stranded)
        await db
          .updateTable('outbox')
          .set({ state: 'unknown', unknown_since: now, due_at: now, updated_at: now, reason })
          .where('tenant', '=', tenant)
          .where('id', '=', id)
          .where('state', '=', 'sending')
          .execute()
      return stranded.map((row) => ({
        ...fromColumns(row),
        state: 'unknown',
        unknownSince: now,
        dueAt: now,
        reason,
      }))
    },
  }
}

/** One row in flight per thread: of several due at once, the oldest. */
function firstOfThread<T extends { thread_id: string | null }>(rows: readonly T[]): T[] {
  const seen = new Set<string>()
  return rows.filter(({ thread_id }) => {
    if (thread_id === null) return true
    const first = !seen.has(thread_id)
    seen.add(thread_id)
    return first
  })
}

function toColumns(tenant: string, row: OutboxRow): Schema['outbox'] {
  return {
    tenant,
    id: row.id,
    thread_id: row.threadId,
    channel: row.channel,
    page_id: row.pageId,
    payload: JSON.stringify(row.payload),
    state: row.state,
    due_at: row.dueAt,
    attempts: row.attempts,
    sending_since: row.sendingSince,
    unknown_since: row.unknownSince,
    external_id: row.externalId,
    reason: row.reason,
    created_at: row.createdAt,
    updated_at: row.updatedAt,
  }
}

function fromColumns(row: Selectable<Schema['outbox']>): OutboxRow {
  return {
    id: row.id,
    threadId: row.thread_id,
    channel: row.channel,
    pageId: row.page_id,
    payload: JSON.parse(row.payload) as OutboxPayload,
    state: row.state as OutboxRow['state'],
    dueAt: row.due_at,
    attempts: row.attempts,
    sendingSince: row.sending_since,
    unknownSince: row.unknown_since,
    externalId: row.external_id,
    reason: row.reason,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}
