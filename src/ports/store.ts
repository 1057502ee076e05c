// What must be kept, as the flow needs it: one transaction at a time, the same over SQLite and PostgreSQL.
import type { Entry } from '../../knowledge/index.ts'
import type { Decision, PageSettings, SuggestionKind, Thread } from '../policy/index.ts'
import type { CallBack } from './call-back.ts'
import type { Incoming, OutboxRow } from './channel.ts'

/** An event of a channel as kept: `seq` is the order of arrival. */
export interface InboxRow {
  seq: number
  threadId: string
  incoming: Incoming
  receivedAt: number
}

/** A suggestion as the desk shows it: the drafted words and all that led to them. */
export interface SuggestionRow {
  id: string
  threadId: string
  pageId: string
  kind: SuggestionKind
  threadVersion: number
  entry: { id: string; revision: number } | null
  postIds: readonly string[]
  keyPoints: readonly number[]
  lang: 'fr' | 'en'
  text: string
  /** Why it could not be worded, when it could not; the moderator writes then. */
  cannot: string | null
  rule: string
  why: string
  confidence: number
  sure: boolean
  state: 'open' | 'approved' | 'edited' | 'rejected' | 'withdrawn' | 'automatic'
  automaticAt: number | null
  createdAt: number
  decidedAt: number | null
  decidedBy: string | null
}

/** A moderator's decision with what they saw; append-only. */
export interface ReviewRow {
  id: string
  suggestionId: string
  threadId: string
  threadVersion: number
  by: string
  decision: Decision
  at: number
  outcome: 'applied' | 'refused'
  reason: string | null
}

/** One line of the audit trail; append-only. */
export interface AuditRow {
  seq: number
  at: number
  threadId: string | null
  pageId: string | null
  /** 'policy' or a person's id. */
  by: string
  what: string
  rule: string | null
  sentence: string
  details: Readonly<Record<string, unknown>>
}

export interface ThreadFilter {
  pageId?: string
  /** Words that must stand in the thread's posts. */
  text?: string
  states?: readonly Thread['state'][]
  /** Only threads whose question stands (not rootless, gone or hidden). */
  visible?: boolean
  limit: number
  /** The last thread of the page before: keyset on (openedAt, id), newest first. */
  before?: { openedAt: number; id: string }
}

export interface QueueFilter {
  pageId?: string
  limit: number
  after?: { crisis: boolean; openedAt: number; id: string }
}

export interface Credit {
  authorId: string
  name: string
  validated: number
  completed: number
  answers: number
}

/** All reads and writes; every method runs inside the transaction it was given by. */
export interface StoreTransaction {
  /** Keeps the event once by (channel, externalId, event kind, version); false when it was there already. */
  receive(threadId: string, incoming: Incoming, receivedAt: number): Promise<boolean>
  /** Oldest first, events not yet applied; on PostgreSQL rows claimed by others are skipped. */
  takeInbox(limit: number): Promise<InboxRow[]>
  /** Marks as applied. */
  inboxDone(seqs: readonly number[], at: number): Promise<void>

  /** Locks the thread's row until the end of the transaction where the database has row locks. */
  thread(id: string): Promise<Thread | null>
  /** Inserts or replaces the thread and its posts (a post row per post, for search, pages and read back). */
  saveThread(thread: Thread): Promise<void>
  threadIdOfPost(channel: string, externalId: string): Promise<string | null>
  threads(filter: ThreadFilter): Promise<Thread[]>
  /** How many questions of a page each of the last hours brought, the newest first; as far as the page goes back. */
  openedPerHour(pageId: string, now: number, hours: number): Promise<number[]>
  /** Threads with an open suggestion or an escalation: crisis first, then oldest first. */
  queue(filter: QueueFilter): Promise<Thread[]>
  queueSize(pageId?: string): Promise<number>
  /** Ids of threads whose `judgeWanted` is set, oldest first. */
  threadsToJudge(limit: number): Promise<string[]>
  /** Ids of threads whose `wakeAt` <= now, earliest first. */
  threadsToWake(now: number, limit: number): Promise<string[]>
  /** The earliest moment anything falls due (wakeAt, outbox dueAt), ms; null when nothing waits. */
  nextDue(): Promise<number | null>
  /** Threads with an open suggestion or judgement on this entry. */
  threadIdsByEntry(entryId: string, limit: number): Promise<string[]>
  /** Where to answer on the channel: the newest `address` that came with a post of the thread. */
  address(threadId: string): Promise<Readonly<Record<string, unknown>> | null>

  insertSuggestion(row: SuggestionRow): Promise<void>
  updateSuggestion(
    id: string,
    change: Partial<
      Pick<SuggestionRow, 'text' | 'cannot' | 'state' | 'decidedAt' | 'decidedBy' | 'automaticAt'>
    >,
  ): Promise<void>
  suggestion(id: string): Promise<SuggestionRow | null>
  suggestionsOf(threadId: string): Promise<SuggestionRow[]>
  insertReview(row: ReviewRow): Promise<void>
  reviewsOf(threadId: string): Promise<ReviewRow[]>

  insertOutbox(row: OutboxRow): Promise<void>
  outbox(id: string): Promise<OutboxRow | null>
  /** Claims rows `due` with dueAt <= now as `sending` (one in flight per thread), for a commit before any socket opens. */
  claimOutbox(now: number, limit: number): Promise<OutboxRow[]>
  updateOutbox(
    id: string,
    change: Partial<
      Pick<OutboxRow, 'state' | 'dueAt' | 'sendingSince' | 'unknownSince' | 'externalId' | 'reason'>
    >,
    now: number,
  ): Promise<void>
  outboxIn(states: readonly OutboxRow['state'][], limit: number, threadId?: string): Promise<OutboxRow[]>
  /** Rows left `sending` before `since` (a restart, a dead instance) become `unknown`; returns them. */
  strandedToUnknown(since: number, now: number): Promise<OutboxRow[]>

  audit(row: Omit<AuditRow, 'seq'>): Promise<void>
  auditOf(filter: {
    threadId?: string
    pageId?: string
    what?: readonly string[]
    limit: number
    before?: number
  }): Promise<AuditRow[]>

  /** Newest revision of every entry of the brand. */
  entries(): Promise<Entry[]>
  /** Saves as the next revision when anything changed; returns the revision. */
  saveEntry(entry: Entry, at: number, by: string): Promise<number>
  removeEntry(id: string, at: number, by: string): Promise<void>

  settings(): Promise<PageSettings[]>
  saveSettings(settings: PageSettings): Promise<void>

  insertCallBack(call: CallBack): Promise<void>
  /** Calls still to be made, oldest first; of one thread, also those made. */
  callBacks(filter: { threadId?: string; limit: number }): Promise<CallBack[]>
  /** The call is made: name and number are erased. False when it was made already, or never asked. */
  callBackDone(id: string, by: string, at: number): Promise<boolean>

  /** One like per person and post; returns the post's likes. */
  like(postId: string, personId: string, on: boolean): Promise<number>
  likedBy(personId: string, postIds: readonly string[]): Promise<ReadonlySet<string>>
  credits(pageId: string | null, limit: number): Promise<Credit[]>
  /** Questions judged out of scope, newest first: the raw material of gaps. */
  unmatched(
    since: number,
    limit: number,
  ): Promise<{ threadId: string; text: string; lang: string; at: number }[]>
  /** Small named facts of the installation (secret of the first-admin link, demo loaded ...). */
  fact(name: string): Promise<string | null>
  setFact(name: string, value: string): Promise<void>
}

export interface Store {
  readonly dialect: 'sqlite' | 'postgres'
  /** All or nothing; a deadlock or serialisation failure is tried again inside. */
  transaction<T>(work: (tx: StoreTransaction) => Promise<T>): Promise<T>
  /** A read that needs no write lock. */
  read<T>(work: (tx: StoreTransaction) => Promise<T>): Promise<T>
  /** A copy of the whole database while it runs; SQLite writes a file, PostgreSQL says to use pg_dump. */
  backup(file: string): Promise<{ kind: 'done'; bytes: number } | { kind: 'cannot'; reason: string }>
  /** The handle better-auth works on: the same database, its own tables. */
  readonly people: PeopleDatabase
  close(): Promise<void>
}

/** Opaque here; src/http hands it to better-auth. */
export interface PeopleDatabase {
  type: 'sqlite' | 'postgres'
  /** A Kysely instance over the same database. */
  db: unknown
}
