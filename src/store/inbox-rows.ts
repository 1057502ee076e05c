// The inbox: every event of a channel once, in order of arrival.
import type { InboxRow, Incoming, StoreTransaction } from '../ports/index.ts'
import type { Scope } from './scope.ts'

type Methods = Pick<StoreTransaction, 'receive' | 'takeInbox' | 'inboxDone' | 'address'>

/** An address comes with most posts; further back than this there is none. */
const addressesSearched = 50

export function inboxRows({ db, tenant, locks }: Scope): Methods {
  return {
    async receive(threadId, incoming, receivedAt) {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('inbox')
        .values({
          tenant,
          channel: incoming.channel,
          external_id: incoming.externalId,
          kind: incoming.event.kind,
          version: incoming.version,
          thread_id: threadId,
          payload: JSON.stringify(incoming),
          received_at: receivedAt,
          done_at: null,
        })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst()
      return (numInsertedOrUpdatedRows ?? 0n) > 0n
    },
    async takeInbox(limit) {
      const rows = await db
        .selectFrom('inbox')
        .select(['seq', 'thread_id', 'payload', 'received_at'])
        .where('tenant', '=', tenant)
        .where('done_at', 'is', null)
        .orderBy('seq')
        .limit(limit)
        .$if(locks, (query) => query.forUpdate().skipLocked())
        .execute()
      return rows.map(
        (row): InboxRow => ({
          seq: row.seq,
          threadId: row.thread_id,
          incoming: JSON.parse(row.payload) as Incoming,
          receivedAt: row.received_at,
        }),
      )
    },
    async inboxDone(seqs, at) {
      if (seqs.length === 0) return
      await db
        .updateTable('inbox')
        .set({ done_at: at })
        .where('tenant', '=', tenant)
        .where('seq', 'in', [...seqs])
        .execute()
    },
    async address(threadId) {
      const rows = await db
        .selectFrom('inbox')
        .select('payload')
        .where('tenant', '=', tenant)
        .where('thread_id', '=', threadId)
        .where('kind', '=', 'posted')
        .orderBy('seq', 'desc')
        .limit(addressesSearched)
        .execute()
      for (const { payload } of rows) {
        const { event } = JSON.parse(payload) as Incoming
        if (event.kind === 'posted' && event.address !== null) return event.address
      }
      return null
    },
  }
}
