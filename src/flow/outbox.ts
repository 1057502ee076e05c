// Station 5: posts once. A row is `sending` on disk before its socket opens, and comes back to `due` only on proof.
import type { Channel, OutboxRow, SendOutcome } from '../ports/index.ts'
import { applyEvent } from './apply.ts'
import { closeLateCard } from './card-rows.ts'
import type { FlowDeps } from './deps.ts'
import { inTransaction, type Work } from './work.ts'

const batchSize = 10
const firstRetryMs = 5_000
const longestRetryMs = 15 * 60_000
const mostAttempts = 12
/** A `sending` row of another instance is given up as stranded after this; sends time out well before. */
const strandedAfterMs = 5 * 60_000
/** How long between two looks for a reply whose fate is unknown. */
const lookAgainMs = 60_000

/** Sends what is due; returns how many rows were tried. */
export async function send(deps: FlowDeps): Promise<number> {
  const now = deps.clock.now()
  const rows = await deps.store.transaction((tx) => tx.claimOutbox(now, batchSize))
  await Promise.all(rows.map((row) => sendRow(deps, row)))
  return rows.length
}

async function sendRow(deps: FlowDeps, row: OutboxRow): Promise<void> {
  const channel = deps.channels.get(row.channel)
  const outcome: SendOutcome = channel
    ? await guarded(channel, row)
    : { kind: 'rejected', reason: `No channel "${row.channel}" is set up here.` }
  await settle(deps, row, outcome)
}

/** A channel must not throw; if one does, nothing is known of what it posted. */
async function guarded(channel: Channel, row: OutboxRow): Promise<SendOutcome> {
  try {
    return await channel.send(row)
  } catch (error) {
    return { kind: 'unknown', reason: String(error) }
  }
}

async function settle(deps: FlowDeps, row: OutboxRow, outcome: SendOutcome): Promise<void> {
  await inTransaction(deps, async (work) => {
    if (outcome.kind === 'notPosted' && row.attempts < mostAttempts) {
      const wait = outcome.retryAfterMs ?? Math.min(longestRetryMs, firstRetryMs * 2 ** row.attempts)
      await work.tx.updateOutbox(
        row.id,
        { state: 'due', dueAt: work.now + wait, reason: outcome.reason },
        work.now,
      )
      return
    }
    if (outcome.kind === 'sent') return sent(work, row, outcome.externalId)
    if (outcome.kind === 'unknown') return unknown(work, row, outcome.reason)
    await work.tx.updateOutbox(row.id, { state: 'rejected', reason: outcome.reason }, work.now)
    await tell(work, row, 'rejected', null, outcome.reason)
  })
}

async function sent(work: Work, row: OutboxRow, externalId: string): Promise<void> {
  await work.tx.updateOutbox(row.id, { state: 'sent', externalId, reason: null }, work.now)
  await closeLateCard(work, row)
  await tell(work, row, 'sent', externalId, null)
}

async function unknown(work: Work, row: OutboxRow, reason: string): Promise<void> {
  await work.tx.updateOutbox(
    row.id,
    { state: 'unknown', unknownSince: work.now, dueAt: work.now, reason },
    work.now,
  )
  await tell(work, row, 'unknown', null, reason)
}

/** The thread learns what became of its reply; a card or a hidden post concerns no thread's policy. */
async function tell(
  work: Work,
  row: OutboxRow,
  outcome: 'sent' | 'rejected' | 'unknown',
  externalId: string | null,
  reason: string | null,
): Promise<void> {
  if (row.threadId === null || row.payload.kind !== 'reply') return
  const thread = await work.tx.thread(row.threadId)
  if (!thread) return
  await applyEvent(work, thread, {
    kind: 'delivered',
    outboxId: row.id,
    outcome,
    externalId,
    text: row.payload.text,
    reason,
  })
}

/** At start, and for instances that died: what was `sending` is now `unknown`. */
export async function recover(deps: FlowDeps, atStart: boolean): Promise<void> {
  await inTransaction(deps, async (work) => {
    const alone = deps.store.dialect === 'sqlite'
    const since = atStart && alone ? work.now + 1 : work.now - strandedAfterMs
    for (const row of await work.tx.strandedToUnknown(since, work.now))
      await tell(work, row, 'unknown', null, row.reason)
  })
}

/** Looks on the platform for replies whose fate is unknown; returns how many are settled. */
export async function readBack(deps: FlowDeps): Promise<number> {
  const now = deps.clock.now()
  const rows = await deps.store.read((tx) => tx.outboxIn(['unknown'], batchSize * 10))
  let settled = 0
  for (const row of rows) {
    const channel = deps.channels.get(row.channel)
    if (!channel?.can.readBack || row.dueAt > now) continue
    if (await lookFor(deps, channel, row)) settled += 1
  }
  return settled
}

async function lookFor(deps: FlowDeps, channel: Channel, row: OutboxRow): Promise<boolean> {
  const seen = await channel
    .readBack(row)
    .catch((error: unknown) => ({ kind: 'cannot' as const, reason: String(error) }))
  return inTransaction(deps, async (work) => {
    // A human may have settled it while we looked.
    const current = await work.tx.outbox(row.id)
    if (current?.state !== 'unknown') return false
    if (seen.kind === 'found') await sent(work, row, seen.externalId)
    else if (seen.kind === 'absent')
      await work.tx.updateOutbox(row.id, { state: 'due', dueAt: work.now, unknownSince: null }, work.now)
    else await work.tx.updateOutbox(row.id, { dueAt: work.now + lookAgainMs }, work.now)
    return seen.kind !== 'cannot'
  })
}
