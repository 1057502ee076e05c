// The line as the community page knows it: events kept once, applied before the answer, told as news.
import { createHash } from 'node:crypto'
import type {
  Incoming,
  News,
  NewsItem,
  PageSettings,
  Post,
  Store,
  TakeIn,
  Thread,
} from '../../../src/ports/index.ts'
import { thread as emptyThread, settings } from './thread-fixture.ts'

export interface TestLine {
  takeIn: TakeIn
  news: News
  heard: NewsItem[]
  listening(): number
  pages(): Promise<readonly PageSettings[]>
}

export async function openLine(store: Store): Promise<TestLine> {
  await store.transaction((tx) => tx.saveSettings(settings))
  const { news, heard, listening } = keptNews()
  const takeIn: TakeIn = (events) =>
    store.transaction(async (tx) => {
      const taken = []
      for (const incoming of events) {
        const threadId = threadIdOf(incoming)
        const fresh = await tx.receive(threadId, incoming, incoming.at)
        taken.push({ kind: fresh ? 'kept' : 'duplicate', threadId } as const)
        if (!fresh) continue
        await tx.saveThread(apply((await tx.thread(threadId)) ?? opened(threadId, incoming), incoming))
        news.publish({ kind: 'thread', threadId, pageId: incoming.pageId })
      }
      return taken
    })
  return { takeIn, news, heard, listening, pages: () => store.read((tx) => tx.settings()) }
}

function keptNews() {
  const listeners = new Set<(item: NewsItem) => void>()
  const heard: NewsItem[] = []
  const news: News = {
    publish: (item) => {
      heard.push(item)
      for (const listener of listeners) listener(item)
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
  return { news, heard, listening: () => listeners.size }
}

function threadIdOf({ channel, pageId, threadExternalId }: Incoming): string {
  const whole = JSON.stringify([channel, pageId, threadExternalId])
  return createHash('sha256').update(whole).digest('base64url').slice(0, 16)
}

const opened = (id: string, { pageId, threadExternalId, at }: Incoming): Thread =>
  emptyThread([], { id, pageId, externalId: threadExternalId, openedAt: at })

function apply(thread: Thread, incoming: Incoming): Thread {
  const { event, externalId, version } = incoming
  const change = (to: Partial<Post>): Thread => ({
    ...thread,
    version: thread.version + 1,
    posts: thread.posts.map((post) => (post.externalId === externalId ? { ...post, ...to } : post)),
  })
  switch (event.kind) {
    case 'posted':
      return {
        ...thread,
        version: thread.version + 1,
        posts: [...thread.posts, postOf(thread, incoming, event)],
      }
    case 'edited':
      return change({ text: event.text, version })
    case 'deleted':
      return { ...change({ deleted: true }), ...(externalId === thread.externalId && { state: 'gone' }) }
    case 'liked':
      return change({ likes: event.likes })
    case 'hidden':
      return change({ hidden: event.hidden })
    case 'solved':
      return { ...thread, solvedBy: event.answerExternalId }
  }
}

function postOf(
  thread: Thread,
  incoming: Incoming,
  event: Extract<Incoming['event'], { kind: 'posted' }>,
): Post {
  const { externalId, at, version } = incoming
  const { author } = event
  const asks = thread.posts.length === 0 || thread.posts[0]?.author.id === author.id
  return {
    id: `${thread.id}.${externalId}`,
    externalId,
    replyTo: event.replyTo,
    author: {
      id: author.id,
      name: author.name,
      role: author.brand ? 'brand' : asks ? 'asker' : 'member',
      influence: author.influence,
    },
    text: event.text,
    at,
    version,
    deleted: false,
    hidden: false,
    likes: 0,
    private: event.private ?? false,
    outboxId: event.outboxId,
  }
}
