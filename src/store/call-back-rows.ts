// Calls that customers asked for; a call made keeps neither name nor number.
import type { Selectable } from 'kysely'
import type { CallBack, StoreTransaction } from '../ports/index.ts'
import type { Schema } from './schema.ts'
import type { Scope } from './scope.ts'

type Methods = Pick<StoreTransaction, 'insertCallBack' | 'callBacks' | 'callBackDone'>

export function callBackRows({ db, tenant }: Scope): Methods {
  return {
    async insertCallBack({ id, threadId, pageId, name, phone, when, askedAt, doneAt, doneBy }) {
      await db
        .insertInto('call_back')
        .values({
          tenant,
          id,
          thread_id: threadId,
          page_id: pageId,
          name,
          phone,
          from_at: when?.from ?? null,
          until_at: when?.until ?? null,
          asked_at: askedAt,
          done_at: doneAt,
          done_by: doneBy,
        })
        .execute()
    },
    async callBacks({ threadId, limit }) {
      const rows = await db
        .selectFrom('call_back')
        .selectAll()
        .where('tenant', '=', tenant)
        .$if(threadId === undefined, (query) => query.where('done_at', 'is', null))
        .$if(threadId !== undefined, (query) => query.where('thread_id', '=', threadId ?? ''))
        .orderBy('asked_at')
        .orderBy('id')
        .limit(limit)
        .execute()
      return rows.map(fromColumns)
    },
    async callBackDone(id, by, at) {
      const { numUpdatedRows } = await db
        .updateTable('call_back')
        .set({ name: '', phone: '', done_at: at, done_by: by })
        .where('tenant', '=', tenant)
        .where('id', '=', id)
        .where('done_at', 'is', null)
        .executeTakeFirst()
      return numUpdatedRows > 0n
    },
  }
}

function fromColumns(row: Selectable<Schema['call_back']>): CallBack {
  const { from_at, until_at } = row
  return {
    id: row.id,
    threadId: row.thread_id,
    pageId: row.page_id,
    name: row.name,
    phone: row.phone,
    when: from_at === null || until_at === null ? null : { from: from_at, until: until_at },
    askedAt: row.asked_at,
    doneAt: row.done_at,
    doneBy: row.done_by,
  }
}
