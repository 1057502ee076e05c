// Station 2: the policy judges each kept event, in order of arrival.
import { openThread, type Post, type Thread, type ThreadEvent } from '../policy/index.ts'
import type { InboxRow, Incoming } from '../ports/index.ts'
import { applyEvent } from './apply.ts'
import type { FlowDeps } from './deps.ts'
import { inTransaction, type Work } from './work.ts'

const batchSize = 50

/** Applies a batch of kept events; returns how many. */
export async function watch(deps: FlowDeps): Promise<number> {
  try {
    return await inTransaction(deps, async (work) => {
      const rows = await work.tx.takeInbox(batchSize)
      for (const row of rows) await applyRow(work, row)
      await work.tx.inboxDone(
        rows.map(({ seq }) => seq),
        work.now,
      )
      return rows.length
    })
  } catch (error) {
    deps.log.error('A batch of events could not be applied; trying one by one.', { error: String(error) })
    return watchOne(deps)
  }
}

/** One event alone, so that a single bad one cannot hold up those behind it. */
async function watchOne(deps: FlowDeps): Promise<number> {
  let failing: InboxRow | null = null
  try {
    return await inTransaction(deps, async (work) => {
      const [row] = await work.tx.takeInbox(1)
      if (!row) return 0
      failing = row
      await applyRow(work, row)
      await work.tx.inboxDone([row.seq], work.now)
      return 1
    })
  } catch (error) {
    if (!failing) throw error
    await setAside(deps, failing, error)
    return 1
  }
}

/** The event stays in the inbox as it came; a human is told. */
async function setAside(deps: FlowDeps, row: InboxRow, error: unknown): Promise<void> {
  const sentence = `An event of ${row.incoming.channel} could not be applied and was set aside: ${String(error)}`
  await inTransaction(deps, async ({ tx, now, news }) => {
    await tx.inboxDone([row.seq], now)
    await tx.audit({
      at: now,
      threadId: row.threadId,
      pageId: row.incoming.pageId,
      by: 'policy',
      what: 'setAside',
      rule: null,
      sentence,
      details: { inbox: row.seq },
    })
    news.push({ kind: 'alert', level: 'urgent', threadId: row.threadId, sentence })
  })
  deps.log.error('An event was set aside.', { inbox: row.seq, error: String(error) })
}

async function applyRow(work: Work, { threadId, incoming }: InboxRow): Promise<void> {
  const thread =
    (await work.tx.thread(threadId)) ??
    openThread(
      {
        id: threadId,
        channel: incoming.channel,
        pageId: incoming.pageId,
        externalId: incoming.threadExternalId,
      },
      incoming.at,
    )
  await applyEvent(work, thread, eventOf(thread, incoming))
}

function eventOf(thread: Thread, incoming: Incoming): ThreadEvent {
  const { event, externalId, version } = incoming
  switch (event.kind) {
    case 'posted':
      return { kind: 'posted', post: postOf(thread, incoming, event) }
    case 'edited':
      return { kind: 'edited', externalId, text: event.text, version }
    case 'deleted':
      return { kind: 'deleted', externalId }
    case 'liked':
      return { kind: 'liked', externalId, likes: event.likes, version }
    case 'hidden':
      return { kind: 'hidden', externalId, hidden: event.hidden, version }
    case 'solved':
      return {
        kind: 'solved',
        externalId: event.answerExternalId,
        byAuthorId: event.byAuthorId,
        version,
      }
  }
}

function postOf(
  thread: Thread,
  incoming: Incoming,
  event: Extract<Incoming['event'], { kind: 'posted' }>,
): Post {
  const { author } = event
  const root = thread.posts.find(({ externalId }) => externalId === thread.externalId)
  const asks = incoming.externalId === thread.externalId || root?.author.id === author.id
  return {
    id: `${thread.id}.${incoming.externalId}`,
    externalId: incoming.externalId,
    replyTo: event.replyTo,
    author: {
      id: author.id,
      name: author.name,
      role: author.brand ? 'brand' : asks ? 'asker' : 'member',
      influence: author.influence,
    },
    text: event.text,
    at: incoming.at,
    version: incoming.version,
    deleted: false,
    hidden: false,
    likes: 0,
    private: event.private ?? false,
    outboxId: event.outboxId,
  }
}
