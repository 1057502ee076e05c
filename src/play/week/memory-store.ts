// A store for weeks that pass in seconds: what the line asks of it, in maps, one transaction at a time.
import type { Thread } from '../../policy/index.ts'
import type {
  InboxRow,
  OutboxRow,
  PageSettings,
  Store,
  StoreTransaction,
  SuggestionRow,
} from '../../ports/index.ts'
import { createDueQueue } from './due-queue.ts'
import { hourMs } from './script.ts'

export interface MemoryStore extends Pick<Store, 'transaction' | 'read'> {
  threads: ReadonlyMap<string, Thread>
  outbox: ReadonlyMap<string, OutboxRow>
}

/** The played line never fails half-way, so nothing is ever rolled back. */
export function createMemoryStore(page: PageSettings): MemoryStore {
  const threads = threadTable()
  const outbox = outboxTable()
  const methods = {
    ...threads.methods,
    ...outbox.methods,
    ...inboxTable(),
    ...deskTable(page),
    nextDue: async () => {
      const moments = [threads.due.first()?.at, outbox.due.first()?.at].filter((at) => at !== undefined)
      return moments.length === 0 ? null : Math.min(...moments)
    },
  }
  // The line, a review, a command and a brake ask for no more than these.
  const tx = methods as Partial<StoreTransaction> as StoreTransaction
  let last: Promise<unknown> = Promise.resolve()
  return {
    threads: threads.rows,
    outbox: outbox.rows,
    read: (work) => work(tx),
    transaction(work) {
      const done = last.then(() => work(tx))
      last = done
      return done
    },
  }
}

function inboxTable() {
  const known = new Set<string>()
  const waiting: InboxRow[] = []
  return {
    receive: async (threadId, incoming, receivedAt) => {
      const { channel, externalId, event, version } = incoming
      const identity = `${channel} ${externalId} ${event.kind} ${version}`
      if (known.has(identity)) return false
      known.add(identity)
      waiting.push({ seq: known.size, threadId, incoming, receivedAt })
      return true
    },
    takeInbox: async (limit) => waiting.slice(0, limit),
    inboxDone: async (seqs) => void waiting.splice(0, seqs.length),
    address: async () => null,
  } satisfies Partial<StoreTransaction>
}

function threadTable() {
  const rows = new Map<string, Thread>()
  const toJudge = new Set<string>()
  const due = createDueQueue()
  const opened: number[] = []
  return {
    rows,
    due,
    methods: {
      thread: async (id) => rows.get(id) ?? null,
      saveThread: async (thread) => {
        if (!rows.has(thread.id)) opened.push(thread.openedAt)
        rows.set(thread.id, thread)
        due.set(thread.id, thread.wakeAt)
        if (thread.judgeWanted) toJudge.add(thread.id)
        else toJudge.delete(thread.id)
      },
      threads: async ({ states, limit }) =>
        [...rows.values()].filter(({ state }) => states?.includes(state) ?? true).slice(-limit),
      // One page.
      openedPerHour: async (_, now, hours) => {
        const known = Math.floor((now - (opened[0] ?? now)) / hourMs) + 1
        const counts = new Array<number>(Math.min(hours, known)).fill(0)
        for (const at of opened) {
          const ago = Math.floor((now - at) / hourMs)
          if (at <= now && ago < counts.length) counts[ago] = (counts[ago] ?? 0) + 1
        }
        return counts
      },
      threadsToJudge: async (limit) => [...toJudge].slice(0, limit),
      threadsToWake: async (now) => {
        const first = due.first()
        return first && first.at <= now ? [first.id] : []
      },
    } satisfies Partial<StoreTransaction>,
  }
}

function outboxTable() {
  const rows = new Map<string, OutboxRow>()
  const unknown = new Set<string>()
  const due = createDueQueue()
  const keep = (row: OutboxRow) => {
    rows.set(row.id, row)
    due.set(row.id, row.state === 'due' || row.state === 'unknown' ? row.dueAt : null)
    if (row.state === 'unknown') unknown.add(row.id)
    else unknown.delete(row.id)
  }
  return {
    rows,
    due,
    methods: {
      insertOutbox: async (row) => keep(row),
      outbox: async (id) => rows.get(id) ?? null,
      claimOutbox: async (now) => {
        const first = due.first()
        const row = first && first.at <= now ? rows.get(first.id) : undefined
        if (row?.state !== 'due') return []
        const claimed: OutboxRow = {
          ...row,
          state: 'sending',
          sendingSince: now,
          attempts: row.attempts + 1,
          updatedAt: now,
        }
        keep(claimed)
        return [claimed]
      },
      updateOutbox: async (id, change, now) => {
        const row = rows.get(id)
        if (row) keep({ ...row, ...change, updatedAt: now })
      },
      outboxIn: async (states) =>
        states.includes('unknown') ? [...unknown].flatMap((id) => rows.get(id) ?? []) : [],
    } satisfies Partial<StoreTransaction>,
  }
}

function deskTable(page: PageSettings) {
  let settings = [page]
  const suggestions = new Map<string, SuggestionRow>()
  return {
    settings: async () => settings,
    saveSettings: async (next) => {
      settings = [next]
    },
    insertSuggestion: async (row) => void suggestions.set(row.id, row),
    updateSuggestion: async (id, change) => {
      const row = suggestions.get(id)
      if (row) suggestions.set(id, { ...row, ...change })
    },
    suggestion: async (id) => suggestions.get(id) ?? null,
    insertReview: async () => {},
    audit: async () => {},
    // What a moderator confirms is learned elsewhere: here the script knows every post.
    entries: async () => [],
  } satisfies Partial<StoreTransaction>
}
