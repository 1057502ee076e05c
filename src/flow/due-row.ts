// A new row of the outbox: due at once, never tried.
import type { OutboxRow } from '../ports/index.ts'

/** @param what the row's identity and what it carries; @param now ms. */
export function dueRow(
  what: Pick<OutboxRow, 'id' | 'threadId' | 'channel' | 'pageId' | 'payload'>,
  now: number,
): OutboxRow {
  return {
    ...what,
    state: 'due',
    dueAt: now,
    attempts: 0,
    sendingSince: null,
    unknownSince: null,
    externalId: null,
    reason: null,
    createdAt: now,
    updatedAt: now,
  }
}
