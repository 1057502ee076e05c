// The community page as it runs: real server, real people, a small store and line of the tests; the clock is held.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type CommunityDeps, communityChannel, communityRoutes } from '../../../src/channels/index.ts'
import { createPeople, type People } from '../../../src/http/index.ts'
import type { Mark, NewsItem, OutboxRow, Store, TakeIn, Thread } from '../../../src/ports/index.ts'
import { smallStore } from '../../fakes/small-store.ts'
import { type Visitor, visitorOf } from '../../fakes/visitor.ts'
import { type HeldClock, heldClock, keptLog, type Served, serve } from '../../http/fixture.ts'
import { openLine } from './line.ts'

export interface Community extends Served {
  store: Store
  people: People
  clock: HeldClock
  takeIn: TakeIn
  news: NewsItem[]
  listening(): number
  visitor(): Visitor
  /** Signed in as the demo's person of this role. */
  as(role: 'customer' | 'member' | 'moderator' | 'admin'): Promise<Visitor>
  thread(id: string): Promise<Thread>
  /** What the policy does once the brand's act is out. */
  mark(threadId: string, externalId: string, mark: Mark): Promise<void>
  brandReply(threadId: string, text: string, options?: { private?: boolean }): Promise<void>
  close(): Promise<void>
}

export const settings = {
  pageId: 'luma',
  channel: 'community',
  brand: 'Luma',
  name: 'Luma Mobile',
  lang: 'fr',
} as const

export async function openCommunity(parts: Partial<CommunityDeps> = {}): Promise<Community> {
  const folder = await mkdtemp(join(tmpdir(), 'entraide-community-'))
  const store = smallStore(join(folder, 'community.sqlite'))
  const clock = heldClock()
  const { takeIn, news, heard, listening, pages } = await openLine(store)
  const people = await createPeople({
    store,
    clock,
    log: keptLog(),
    secret: null,
    url: 'http://127.0.0.1',
    openId: null,
    demo: true,
  })
  const deps: CommunityDeps = {
    store,
    takeIn,
    news,
    clock,
    ids: { next: () => crypto.randomUUID(), reference: () => 'R-7F3K2' },
    pages,
    humanBy: () => ({ kind: 'open', by: clock.now() + 600_000 }),
    mask: (text) => text.replaceAll(/0\d(?: ?\d\d){4}/g, '••••••••••'),
    openGuest: people.openGuest,
    ...parts,
  }
  const limits = { post: { burst: 1000, perMinute: 1000 }, read: { burst: 5000, perMinute: 5000 } }
  const served = await serve([...people.routes(), ...communityRoutes(deps)], { people, clock, limits })
  const channel = communityChannel({ store, takeIn })
  const change = async (id: string, to: (thread: Thread) => Partial<Thread>) => {
    await store.transaction(async (tx) => {
      const thread = await tx.thread(id)
      if (thread) await tx.saveThread({ ...thread, ...to(thread) })
    })
    news.publish({ kind: 'thread', threadId: id, pageId: settings.pageId })
  }
  let replies = 0
  return {
    ...served,
    clock,
    store,
    people,
    takeIn,
    news: heard,
    listening,
    visitor: () => visitorOf(served.url),
    as: async (role) => {
      const visitor = visitorOf(served.url)
      await visitor.post('/demo/sign-in', { role })
      return visitor
    },
    thread: async (id) => {
      const thread = await store.read((tx) => tx.thread(id))
      if (!thread) throw new Error(`There is no thread ${id}.`)
      return thread
    },
    mark: (threadId, externalId, mark) =>
      change(threadId, ({ marks }) => ({
        marks: [...marks, { postId: `${threadId}.${externalId}`, mark, at: clock.now() }],
        state: 'answered',
        answeredAt: clock.now(),
      })),
    brandReply: async (threadId, text, options = {}) => {
      const row = replyRow(`${threadId}.o${++replies}`, threadId, text, options.private ?? false, clock.now())
      await store.transaction((tx) => tx.insertOutbox(row))
      const outcome = await channel.send(row)
      if (outcome.kind !== 'sent') throw new Error('The page did not take the reply.')
      const { externalId } = outcome
      await change(threadId, ({ posts, externalId: root }) => ({
        posts: [
          ...posts,
          {
            id: `${threadId}.${externalId}`,
            externalId,
            replyTo: root,
            author: { id: 'brand', name: settings.brand, role: 'brand', influence: null },
            text,
            at: clock.now(),
            version: 0,
            deleted: false,
            hidden: false,
            likes: 0,
            private: options.private ?? false,
            outboxId: row.id,
          },
        ],
      }))
    },
    close: async () => {
      await served.http.stop()
      await store.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export function replyRow(
  id: string,
  threadId: string,
  text: string,
  isPrivate: boolean,
  at: number,
): OutboxRow {
  return {
    id,
    threadId,
    channel: 'community',
    pageId: settings.pageId,
    payload: {
      kind: 'reply',
      threadExternalId: 'any',
      replyTo: null,
      text,
      lang: 'fr',
      private: isPrivate,
      act: 'answer',
      address: null,
    },
    state: 'sending',
    dueAt: at,
    attempts: 1,
    sendingSince: at,
    unknownSince: null,
    externalId: null,
    reason: null,
    createdAt: at,
    updatedAt: at,
  }
}

/** The address of the thread that a form's answer leads to, and its identity. */
export function threadOf(answer: Response): { path: string; id: string } {
  const path = (answer.headers.get('location') ?? '').split('#')[0] ?? ''
  return { path, id: path.split('/').at(-1) ?? '' }
}

/** The one-time key of the first form on a page. */
export async function keyOn(visitor: Visitor, path: string): Promise<string> {
  const text = await (await visitor.get(path)).text()
  const key = /name="key" value="([^"]+)"/.exec(text)?.[1]
  if (!key) throw new Error(`There is no form on ${path}.`)
  return key
}

export async function ask(
  visitor: Visitor,
  text: string,
  name = 'Zoé',
): Promise<{ path: string; id: string }> {
  return threadOf(await visitor.post('/c/luma/ask', { text, name, key: await keyOn(visitor, '/c/luma') }))
}

/** Answers and gives the answer's external id. */
export async function answer(visitor: Visitor, path: string, text: string): Promise<string> {
  const given = await visitor.post(`${path}/answer`, { text, key: await keyOn(visitor, path) })
  return (given.headers.get('location') ?? '').split('#post-')[1] ?? ''
}
