// Carries out what the policy ordered, each order as rows in the transaction that saved the thread.
import type { Order, PageSettings, Thread, ThreadEvent, Why } from '../policy/index.ts'
import type { OutboxPayload } from '../ports/index.ts'
import { insertCard } from './card-rows.ts'
import { draftSuggestion } from './draft.ts'
import { dueRow } from './due-row.ts'
import { learnPhrasing } from './learn.ts'
import type { Work } from './work.ts'

/** Returns the event to apply when an order proved impossible, so that the thread does not wait for ever. */
export async function carryOut(
  work: Work,
  thread: Thread,
  settings: PageSettings,
  order: Order,
  by: string,
): Promise<ThreadEvent | null> {
  switch (order.kind) {
    case 'draft':
      return draft(work, thread, settings, order)
    case 'close':
      return close(work, thread, settings, order)
    case 'post':
      return post(work, thread, order, by)
    case 'stopPosting':
      return stopPosting(work, thread, order, by)
    case 'hide':
      return hide(work, thread, order)
    case 'alert':
      work.news.push({ kind: 'alert', level: order.level, threadId: thread.id, sentence: order.why.sentence })
      return write(work, thread, 'alert', order.why, by, { level: order.level })
    case 'learn':
      await learnPhrasing(work, order, by)
      return null
    case 'note':
      return write(
        work,
        thread,
        order.why.rule === 'overtaking' ? 'overtaking' : 'note',
        order.why,
        order.by ?? by,
      )
  }
}

async function draft(
  work: Work,
  thread: Thread,
  settings: PageSettings,
  order: Extract<Order, { kind: 'draft' }>,
): Promise<null> {
  const row = draftSuggestion({
    thread,
    settings,
    suggestion: order.suggestion,
    why: order.why,
    knowledge: work.knowledge,
    callBack: work.deps.callBackLinks?.linkTo(thread.id) ?? null,
    now: work.now,
  })
  await work.tx.insertSuggestion(row)
  await insertCard(work, thread, settings, row)
  return write(work, thread, 'suggested', order.why, 'policy', {
    suggestion: row.id,
    kind: row.kind,
    entry: row.entry?.id ?? null,
  })
}

async function close(
  work: Work,
  thread: Thread,
  settings: PageSettings,
  order: Extract<Order, { kind: 'close' }>,
): Promise<null> {
  await work.tx.updateSuggestion(order.suggestionId, {
    state: order.as,
    decidedAt: work.now,
    decidedBy: order.by,
    automaticAt: null,
  })
  const row = await work.tx.suggestion(order.suggestionId)
  if (row) await insertCard(work, thread, settings, row)
  return write(work, thread, order.as, order.why, order.by ?? 'policy', { suggestion: order.suggestionId })
}

async function post(
  work: Work,
  thread: Thread,
  order: Extract<Order, { kind: 'post' }>,
  by: string,
): Promise<ThreadEvent | null> {
  const suggestion = order.suggestionId ? await work.tx.suggestion(order.suggestionId) : null
  const text = order.text ?? suggestion?.text ?? ''
  if (text.trim() === '') {
    const reason = suggestion?.cannot ?? 'There were no words to post.'
    await write(work, thread, 'notPosted', { rule: order.why.rule, sentence: reason }, by)
    return {
      kind: 'delivered',
      outboxId: order.outboxId,
      outcome: 'rejected',
      externalId: null,
      text: '',
      reason,
    }
  }
  const address = await work.tx.address(thread.id)
  await work.tx.insertOutbox(
    rowOf(work, thread, order.outboxId, {
      kind: 'reply',
      threadExternalId: thread.externalId,
      replyTo: order.replyTo,
      text,
      lang: thread.lang,
      private: order.private,
      act: order.act,
      address,
    }),
  )
  return write(work, thread, 'posting', order.why, by, { outbox: order.outboxId, act: order.act })
}

/** A stopped reply was surely not posted: the thread hears it as refused, without an alarm. */
async function stopPosting(
  work: Work,
  thread: Thread,
  order: Extract<Order, { kind: 'stopPosting' }>,
  by: string,
): Promise<ThreadEvent | null> {
  const row = await work.tx.outbox(order.outboxId)
  // Once the row is sending the socket may be open: what is under way cannot be called back.
  if (row?.state !== 'due') return null
  await work.tx.updateOutbox(order.outboxId, { state: 'stopped', reason: order.why.sentence }, work.now)
  await write(work, thread, 'stopped', order.why, by, { outbox: order.outboxId })
  return {
    kind: 'delivered',
    outboxId: order.outboxId,
    outcome: 'stopped',
    externalId: null,
    text: '',
    reason: order.why.sentence,
  }
}

async function hide(work: Work, thread: Thread, order: Extract<Order, { kind: 'hide' }>): Promise<null> {
  const id = `${thread.id}.hide.${order.externalId}`
  if (await work.tx.outbox(id)) return null
  const address = await work.tx.address(thread.id)
  await work.tx.insertOutbox(rowOf(work, thread, id, { kind: 'hide', externalId: order.externalId, address }))
  return write(work, thread, 'hiding', order.why, 'policy', { post: order.externalId })
}

function rowOf({ now }: Work, thread: Thread, id: string, payload: OutboxPayload) {
  const { id: threadId, channel, pageId } = thread
  return dueRow({ id, threadId, channel, pageId, payload }, now)
}

async function write(
  work: Work,
  thread: Thread,
  what: string,
  why: Why,
  by: string,
  details: Record<string, unknown> = {},
): Promise<null> {
  await work.tx.audit({
    at: work.now,
    threadId: thread.id,
    pageId: thread.pageId,
    by,
    what,
    rule: why.rule,
    sentence: why.sentence,
    details: { version: thread.version, ...details },
  })
  return null
}
