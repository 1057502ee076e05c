// What a desk (console, Teams cards, command line) can see and decide; the one face of station 4.
import type { Entry, PackLink } from '../../knowledge/index.ts'
import type { Command, Decision, Interval, PageSettings, Refusal, Thread } from '../policy/index.ts'
import type { AuditRow, CallBack, Credit, OutboxRow, ReviewRow, SuggestionRow } from '../ports/index.ts'

export interface QueueItem {
  thread: Thread
  suggestion: SuggestionRow | null
  pageName: string
  deadlines: Deadlines
  /** Set when a crisis put this thread before older ones. */
  overtaking: string | null
}

/** The two clocks of a thread, ms since the epoch; null when the clock has stopped. */
export interface Deadlines {
  takeChargeBy: number | null
  answerBy: number | null
  near: boolean
  late: boolean
}

export interface EntryCandidate {
  entry: Entry
  confidence: number
  /** The phrasing it was found by, and the words shared. */
  evidence: { variant: string; words: readonly string[] }
}

/** Everything a moderator needs before their eyes. Personal data in posts is masked. */
export interface ThreadView {
  thread: Thread
  pageName: string
  deadlines: Deadlines
  /** A moderator can write to the asker alone. */
  canBePrivate: boolean
  /** The entry judged against, whole; null out of scope. */
  entry: Entry | null
  candidates: readonly EntryCandidate[]
  suggestion: SuggestionRow | null
  history: readonly SuggestionRow[]
  reviews: readonly ReviewRow[]
  audit: readonly AuditRow[]
  outbox: readonly OutboxRow[]
  /** Earlier threads of the same asker on this page, newest first. */
  earlier: readonly { id: string; text: string; openedAt: number; state: Thread['state'] }[]
}

export type DeskOutcome =
  | { kind: 'done'; threadVersion: number }
  | { kind: 'refused'; refusal: Refusal }
  | { kind: 'notFound' }

/** What the form behind a call-back link may offer. */
export type CallBackForm =
  | { kind: 'open'; settings: PageSettings; reference: string; times: readonly Interval[] }
  /** Nothing was handed over, it is too long ago, or enough requests wait already. */
  | { kind: 'closed' }

export type CallBackOutcome =
  | { kind: 'kept'; when: Interval | null; reference: string }
  | { kind: 'closed' }
  /** The chosen time is not offered any more. */
  | { kind: 'timeGone' }

/** A recurring question without an entry. */
export interface Gap {
  /** A typical phrasing. */
  text: string
  lang: string
  count: number
  firstAt: number
  lastAt: number
  threadIds: readonly string[]
  /** What a human of the brand answered to one of them last: the beginning of an entry. Masked. */
  answer: string | null
}

export interface ImportOutcome {
  added: number
  revised: number
  unchanged: number
  /** Nothing is imported when there is any error. */
  errors: readonly { line: number; field: string; message: string }[]
}

/** Totals of a page since a moment, for the desk's report. */
export interface Report {
  threads: number
  open: number
  takenCharge: { inTime: number; late: number; medianMs: number | null }
  answered: { inTime: number; late: number; medianMs: number | null }
  byCommunity: number
  validated: number
  completed: number
  corrected: number
  answeredByBrand: number
  handedOver: number
  escalated: number
  leftAlone: number
  overtakings: readonly AuditRow[]
}

export interface Desk {
  /** Crisis first, then oldest first. */
  queue(filter: {
    pageId?: string
    limit?: number
    after?: { crisis: boolean; openedAt: number; id: string }
  }): Promise<{ items: readonly QueueItem[]; total: number }>
  thread(id: string): Promise<ThreadView | null>
  /** Newest threads of any state, for looking around. */
  threads(filter: {
    pageId?: string
    text?: string
    states?: readonly Thread['state'][]
    limit?: number
    before?: { openedAt: number; id: string }
  }): Promise<readonly Thread[]>
  review(review: {
    suggestionId: string
    threadVersion: number
    by: string
    decision: Decision
  }): Promise<DeskOutcome>
  command(order: { threadId: string; by: string; command: Command }): Promise<DeskOutcome>
  /** Judges the thread against another entry (null: none fits). */
  pickEntry(order: { threadId: string; by: string; entryId: string | null }): Promise<DeskOutcome>
  searchEntries(query: string, limit?: number): Promise<readonly EntryCandidate[]>

  entries(): Promise<readonly Entry[]>
  /** The industry's questions that lend the entries their phrasings; an entry's `unlinked` takes one away. */
  packLinks(): Promise<readonly PackLink[]>
  saveEntry(
    entry: unknown,
    by: string,
  ): Promise<
    | { kind: 'saved'; revision: number }
    | { kind: 'invalid'; errors: readonly { field: string; message: string }[] }
  >
  removeEntry(id: string, by: string): Promise<void>
  importFaq(jsonLines: string, by: string): Promise<ImportOutcome>
  exportFaq(): Promise<string>
  gaps(since?: number): Promise<readonly Gap[]>

  pages(): Promise<readonly PageSettings[]>
  /** @param settings typed by the border (zod); the rules between fields are checked here. */
  saveSettings(
    settings: PageSettings,
    by: string,
  ): Promise<
    | { kind: 'saved'; version: number }
    | { kind: 'invalid'; errors: readonly { field: string; message: string }[] }
  >
  /** Looks the public holidays of every page up again. */
  refreshHolidays(): Promise<void>
  /** Pulls or lifts the brake of a page, or of one of its topics. */
  brake(order: {
    pageId: string
    topic?: string | undefined
    pulled: boolean
    reason: string
    by: string
  }): Promise<void>

  /** Replies whose fate is not known; a human says what they saw on the platform. */
  unknownDeliveries(): Promise<readonly OutboxRow[]>
  settleDelivery(order: {
    outboxId: string
    by: string
    as: 'posted' | 'notPosted' | 'giveUp'
  }): Promise<DeskOutcome>

  callBackForm(threadId: string): Promise<CallBackForm>
  /** @param from the beginning of one of the times offered, ms; null for as soon as possible. */
  askCallBack(order: {
    threadId: string
    name: string
    phone: string
    from: number | null
  }): Promise<CallBackOutcome>
  /** Calls still to be made, oldest first, each with its thread's question, masked. */
  callBacks(): Promise<readonly (CallBack & { question: string; reference: string })[]>
  callBackDone(order: { id: string; by: string }): Promise<DeskOutcome>

  audit(filter: {
    threadId?: string
    pageId?: string
    limit?: number
    before?: number
  }): Promise<readonly AuditRow[]>
  credits(pageId?: string): Promise<readonly Credit[]>
  report(filter: { pageId?: string; since: number }): Promise<Report>
}
