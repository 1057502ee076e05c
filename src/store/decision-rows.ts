// Suggestions, the reviews of them, and the audit trail.
import type { AuditRow, ReviewRow, StoreTransaction, SuggestionRow } from '../ports/index.ts'
import type { Scope } from './scope.ts'

type Methods = Pick<
  StoreTransaction,
  | 'insertSuggestion'
  | 'updateSuggestion'
  | 'suggestion'
  | 'suggestionsOf'
  | 'insertReview'
  | 'reviewsOf'
  | 'audit'
  | 'auditOf'
>

export function decisionRows({ db, tenant }: Scope): Methods {
  async function suggestion(id: string): Promise<SuggestionRow | null> {
    const row = await db
      .selectFrom('suggestion')
      .select('body')
      .where('tenant', '=', tenant)
      .where('id', '=', id)
      .executeTakeFirst()
    return row ? (JSON.parse(row.body) as SuggestionRow) : null
  }
  return {
    suggestion,
    async insertSuggestion(row) {
      await db
        .insertInto('suggestion')
        .values({
          tenant,
          id: row.id,
          thread_id: row.threadId,
          created_at: row.createdAt,
          body: JSON.stringify(row),
        })
        .execute()
    },
    async updateSuggestion(id, change) {
      const row = await suggestion(id)
      if (!row) return
      const body = JSON.stringify({ ...row, ...change })
      await db
        .updateTable('suggestion')
        .set({ body })
        .where('tenant', '=', tenant)
        .where('id', '=', id)
        .execute()
    },
    async suggestionsOf(threadId) {
      const rows = await db
        .selectFrom('suggestion')
        .select('body')
        .where('tenant', '=', tenant)
        .where('thread_id', '=', threadId)
        .orderBy('created_at')
        .orderBy('id')
        .execute()
      return rows.map(({ body }) => JSON.parse(body) as SuggestionRow)
    },
    async insertReview(row) {
      await db
        .insertInto('review')
        .values({ tenant, id: row.id, thread_id: row.threadId, at: row.at, body: JSON.stringify(row) })
        .execute()
    },
    async reviewsOf(threadId) {
      const rows = await db
        .selectFrom('review')
        .select('body')
        .where('tenant', '=', tenant)
        .where('thread_id', '=', threadId)
        .orderBy('at')
        .orderBy('id')
        .execute()
      return rows.map(({ body }) => JSON.parse(body) as ReviewRow)
    },
    async audit({ at, threadId, pageId, by, what, rule, sentence, details }) {
      await db
        .insertInto('audit')
        .values({
          tenant,
          at,
          thread_id: threadId,
          page_id: pageId,
          by,
          what,
          rule,
          sentence,
          details: JSON.stringify(details),
        })
        .execute()
    },
    async auditOf({ threadId, pageId, what, limit, before }) {
      let query = db
        .selectFrom('audit')
        .selectAll()
        .where('tenant', '=', tenant)
        .orderBy('seq', 'desc')
        .limit(limit)
      if (threadId !== undefined) query = query.where('thread_id', '=', threadId)
      if (pageId !== undefined) query = query.where('page_id', '=', pageId)
      if (what) query = query.where('what', 'in', [...what])
      if (before !== undefined) query = query.where('seq', '<', before)
      return (await query.execute()).map(
        (row): AuditRow => ({
          seq: row.seq,
          at: row.at,
          threadId: row.thread_id,
          pageId: row.page_id,
          by: row.by,
          what: row.what,
          rule: row.rule,
          sentence: row.sentence,
          details: JSON.parse(row.details) as AuditRow['details'],
        }),
      )
    },
  }
}
