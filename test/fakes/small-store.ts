// A small store for tests of the rooms around it: people in a real SQLite file, the rest in maps, one at a time.
import Database from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import type {
  AuditRow,
  OutboxRow,
  PageSettings,
  Store,
  StoreTransaction,
  Thread,
} from '../../src/ports/index.ts'

/** @param file where the people's tables lie. What no test here asks for is not there, and says so. */
export function smallStore(file: string): Store {
  const raw = new Database(file)
  raw.pragma('journal_mode = WAL')
  const db = new Kysely<unknown>({ dialect: new SqliteDialect({ database: raw }) })
  const known = { ...threadMethods(), ...signMethods(), ...factMethods() }
  const tx = new Proxy(known, {
    get(target, name) {
      if (name in target) return target[name as keyof typeof target]
      throw new Error(`The small store of the tests has no "${String(name)}".`)
    },
  }) as unknown as StoreTransaction
  let last: Promise<unknown> = Promise.resolve()
  return {
    dialect: 'sqlite',
    transaction: (work) => {
      const done = last.then(() => work(tx))
      last = done.catch(() => undefined)
      return done
    },
    read: (work) => work(tx),
    backup: async () => ({ kind: 'cannot', reason: 'This store is for tests.' }),
    people: { type: 'sqlite', db },
    close: () => db.destroy(),
  }
}

function threadMethods() {
  const threads = new Map<string, Thread>()
  const received = new Set<string>()
  const outbox = new Map<string, OutboxRow>()
  const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const holds = ({ posts }: Thread, text: string) =>
    posts.some((post) => plain(post.text).includes(plain(text)))
  const stands = ({ posts, externalId }: Thread) =>
    posts.some((post) => post.externalId === externalId && !post.deleted && !post.hidden)
  const older = (thread: Thread, { openedAt, id }: { openedAt: number; id: string }) =>
    thread.openedAt < openedAt || (thread.openedAt === openedAt && thread.id < id)
  return {
    receive: async (_threadId, { channel, externalId, event, version }) => {
      const identity = JSON.stringify([channel, externalId, event.kind, version])
      const fresh = !received.has(identity)
      received.add(identity)
      return fresh
    },
    thread: async (id) => threads.get(id) ?? null,
    saveThread: async (thread) => void threads.set(thread.id, thread),
    threadIdOfPost: async (channel, externalId) =>
      [...threads.values()].find(
        (thread) => thread.channel === channel && thread.posts.some((post) => post.externalId === externalId),
      )?.id ?? null,
    threads: async ({ pageId, text, visible, limit, before }) =>
      [...threads.values()]
        .filter((thread) => !pageId || thread.pageId === pageId)
        .filter((thread) => !visible || stands(thread))
        .filter((thread) => !text || holds(thread, text))
        .filter((thread) => !before || older(thread, before))
        .toSorted((a, b) => (older(a, b) ? 1 : -1))
        .slice(0, limit),
    insertOutbox: async (row) => void outbox.set(row.id, row),
    outbox: async (id) => outbox.get(id) ?? null,
    credits: async () => creditsOf([...threads.values()]),
  } satisfies Partial<StoreTransaction>
}

function creditsOf(threads: readonly Thread[]) {
  const credits = new Map<
    string,
    { authorId: string; name: string; validated: number; completed: number; answers: number }
  >()
  for (const { posts, marks } of threads) {
    for (const { postId, mark } of marks) {
      const author = posts.find(({ id }) => id === postId)?.author
      if (!author || mark === 'corrected') continue
      const credit = credits.get(author.id) ?? {
        authorId: author.id,
        name: author.name,
        validated: 0,
        completed: 0,
        answers: 0,
      }
      credits.set(author.id, { ...credit, [mark]: credit[mark] + 1 })
    }
  }
  return [...credits.values()]
}

function signMethods() {
  const likes = new Map<string, Set<string>>()
  const of = (postId: string) => likes.get(postId) ?? new Set<string>()
  return {
    like: async (postId, personId, on) => {
      const people = of(postId)
      if (on) people.add(personId)
      else people.delete(personId)
      likes.set(postId, people)
      return people.size
    },
    likedBy: async (personId, postIds) => new Set(postIds.filter((id) => of(id).has(personId))),
  } satisfies Partial<StoreTransaction>
}

function factMethods() {
  const facts = new Map<string, string>()
  const pages = new Map<string, PageSettings>()
  const rows: AuditRow[] = []
  return {
    fact: async (name) => facts.get(name) ?? null,
    setFact: async (name, value) => void facts.set(name, value),
    settings: async () => [...pages.values()],
    saveSettings: async (page) => void pages.set(page.pageId, page),
    audit: async (row) => void rows.push({ ...row, seq: rows.length + 1 }),
    auditOf: async ({ threadId, what, limit }) =>
      rows
        .filter((row) => (!threadId || row.threadId === threadId) && (!what || what.includes(row.what)))
        .slice(0, limit),
  } satisfies Partial<StoreTransaction>
}
