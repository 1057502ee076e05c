// Replies whose fate nobody knows: a human looked on the platform and says what is there.
import { applyEvent } from './apply.ts'
import type { FlowDeps } from './deps.ts'
import type { Desk } from './desk.ts'
import { inTransaction } from './work.ts'

export function createDeliveries(deps: FlowDeps): Pick<Desk, 'unknownDeliveries' | 'settleDelivery'> {
  return {
    unknownDeliveries: () => deps.store.read((tx) => tx.outboxIn(['unknown'], 200)),
    settleDelivery: ({ outboxId, by, as }) =>
      inTransaction(deps, async (work) => {
        const row = await work.tx.outbox(outboxId)
        if (row?.state !== 'unknown') return { kind: 'notFound' }
        const { tx, now } = work
        if (as === 'notPosted')
          await tx.updateOutbox(row.id, { state: 'due', dueAt: now, unknownSince: null }, now)
        else if (as === 'posted')
          await tx.updateOutbox(row.id, { state: 'sent', externalId: `seen-${row.id}` }, now)
        else await tx.updateOutbox(row.id, { state: 'rejected', reason: 'Given up by a moderator.' }, now)
        await tx.audit({
          at: now,
          threadId: row.threadId,
          pageId: row.pageId,
          by,
          what: 'deliverySettled',
          rule: null,
          sentence: `A human looked on the platform: ${as}.`,
          details: { outbox: row.id },
        })
        const thread = row.threadId === null ? null : await tx.thread(row.threadId)
        if (!thread || row.payload.kind !== 'reply' || as === 'notPosted')
          return { kind: 'done', threadVersion: thread?.version ?? 0 }
        const applied = await applyEvent(work, thread, {
          kind: 'delivered',
          outboxId: row.id,
          outcome: as === 'posted' ? 'sent' : 'rejected',
          externalId: as === 'posted' ? `seen-${row.id}` : null,
          text: row.payload.text,
          reason: as === 'giveUp' ? 'Given up by a moderator.' : null,
        })
        return { kind: 'done', threadVersion: applied.thread.version }
      }),
  }
}
