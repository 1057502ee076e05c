// A thread as the policy sees it: the question, what followed, and where the brand stands with it.
import type { Assessment, Match, Risk, Screening } from '../../knowledge/index.ts'
import type { Author } from './people.ts'
import type { OpenSuggestion, SuggestionKind } from './suggestion.ts'

/** One message of a thread. `version` orders the forms of one post (ms of its last edit); a deletion is final. */
export interface Post {
  /** Our identity of the post: stable for (channel, external id). */
  id: string
  externalId: string
  /** External id of the post it replies to; null for the root. */
  replyTo: string | null
  author: Author
  text: string
  /** When it was written, ms since the epoch, by the platform's clock. */
  at: number
  version: number
  deleted: boolean
  hidden: boolean
  likes: number
  /** Between the asker and the brand alone. */
  private: boolean
  /** The outbox row that posted it, when it went out through this house. */
  outboxId: string | null
}

/** A small sign on a post. `version` is when it was given, ms: the newest of its kind counts, whenever it arrives. */
export type Sign =
  | { kind: 'liked'; externalId: string; likes: number; version: number }
  | { kind: 'hidden'; externalId: string; hidden: boolean; version: number }
  /** The asker marks the answer that solved it; null takes it back. */
  | { kind: 'solved'; externalId: string | null; byAuthorId: string; version: number }

/** What the knowledge said of a thread at one version. */
export interface Judgement {
  threadVersion: number
  at: number
  screening: Screening
  match: Match
  /** The entry judged against (the match's, or one a moderator picked); null out of scope. */
  entry: { id: string; revision: number; topic: string } | null
  answers: readonly JudgedAnswer[]
  /** The asker's last word says that it works now. */
  thanks: boolean
  /** A colleague's own reply on the platform says what the entry says: the question does ask this entry. */
  colleagueAgrees: boolean
}

export interface JudgedAnswer {
  postId: string
  substantive: boolean
  /** Null where there is no entry to judge against; the risks are found all the same. */
  assessment: Assessment | null
  risks: readonly Risk[]
}

/** Where a thread stands, in the order a thread usually lives. */
export type ThreadState =
  | 'rootless' // a reply came before the question it answers
  | 'waiting' // the community window is open
  | 'drafted' // a suggestion awaits a decision
  | 'answered' // the brand validated, completed, corrected or answered
  | 'handedOver'
  | 'escalated'
  | 'settled'
  | 'gone' // the question was deleted

/** What the brand publicly said of one member's answer. */
export type Mark = 'validated' | 'completed' | 'corrected'

/** One act of the brand on this thread, kept so that nothing is said twice. */
export interface Act {
  /** 'reply' is a moderator's own words without a draft. */
  kind: SuggestionKind | 'reply'
  suggestionId: string
  outboxId: string
  state: 'posting' | 'posted' | 'rejected' | 'unknown'
  /** When it was drafted, ms: what was posted later it has not seen. */
  at: number
  /** The members' posts it spoke of. */
  postIds: readonly string[]
  /** The key points it said, so that a later completion does not say them again. */
  keyPoints: readonly number[]
  entryId: string | null
  /** Said to the asker alone. */
  private: boolean
}

export interface Crisis {
  reasons: readonly string[]
  since: number
}

export interface Thread {
  id: string
  channel: string
  pageId: string
  /** External id of the root post. */
  externalId: string
  /** Rises with every change of content (post, edit, deletion, entry picked); an approval names the one it saw. */
  version: number
  state: ThreadState
  lang: 'fr' | 'en' | 'other'
  openedAt: number
  posts: readonly Post[]
  judgement: Judgement | null
  /** Every content fact applied, once each; with `revisions` it makes the version, whatever the order of arrival. */
  known: readonly string[]
  /** Changes that are no content: an entry picked, an entry revised. */
  revisions: number
  /** What the last changes were, newest last, so that a refused approval can say what it did not see. */
  changes: readonly { version: number; what: string }[]
  /** Edits and deletions that came before the post they speak of. */
  ahead: readonly { externalId: string; version: number; text: string | null }[]
  /** The newest like count, hiding and solving of each post, kept apart: they may come before the post does. */
  signs: readonly Sign[]
  /** How many suggestions and outbox rows this thread has had; their ids come from here. */
  counts: { suggestions: number; outbox: number }
  /** Alerts given, once each. */
  alerted: readonly string[]
  /** True while the knowledge must look (again) at this version. */
  judgeWanted: boolean
  /** The entry a moderator picked by hand (null: none fits); false while nobody picked. Wins over the match. */
  pickedEntryId: string | null | false
  suggestion: OpenSuggestion | null
  /** Kinds a moderator rejected at this version; not drafted again until the content changes. */
  rejected: readonly { kind: SuggestionKind; threadVersion: number }[]
  acts: readonly Act[]
  /** Outbox rows asked to stop, once each; those already sending cannot. */
  stopping: readonly string[]
  marks: readonly { postId: string; mark: Mark; at: number }[]
  /** The answer the asker said solved it. */
  solvedBy: string | null
  /** When they said so, ms; what they post later is a new question. */
  solvedAt: number | null
  crisis: Crisis | null
  /** The version at which a human lifted the crisis; the same words do not raise it again. */
  calmedVersion: number | null
  /** First sign from the brand, ms; the take-charge clock stops here. */
  takenChargeAt: number | null
  /** First supported public answer (brand's own, or a member's the brand validated), ms. */
  answeredAt: number | null
  settledAt: number | null
  handOver: { reference: string; at: number } | null
  /** When the policy must look again, ms; null when only an event can change something. */
  wakeAt: number | null
  /** Why the thread stands where it stands: the last rule that spoke, in one sentence. */
  why: { rule: string; sentence: string; at: number }
}
