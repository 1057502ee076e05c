// A suggestion: a drafted act that awaits a decision, a pause's end, or nobody.

export const suggestionKinds = [
  'acknowledge',
  'validate',
  'complete',
  'correct',
  'answer',
  'handOver',
  'warn',
  'escalate',
  'thank',
] as const
export type SuggestionKind = (typeof suggestionKinds)[number]

/** What the policy keeps of the open suggestion; the drafted words live in its own row. */
export interface OpenSuggestion {
  id: string
  kind: SuggestionKind
  threadVersion: number
  entry: { id: string; revision: number } | null
  /** The members' posts it speaks of: the one validated or completed first, then those corrected or warned about. */
  postIds: readonly string[]
  /** Key points to add (complete), to state rightly (correct), or all the needed ones (answer). */
  keyPoints: readonly number[]
  /** When it goes out by itself unless stopped, ms; null when only a moderator can send it. */
  automaticAt: number | null
  /** How many people must approve it (2 for a holding statement in a crisis). */
  approvalsNeeded: number
  approvedBy: readonly string[]
  /** A moderator's own words while a second approval is awaited; null for the drafted ones. */
  editedText: string | null
  /** Goes to the asker privately where the channel can. */
  private: boolean
  createdAt: number
}

/** Who decides when a kind of act goes out on a page. */
export type Autonomy =
  | { mode: 'manual' }
  | { mode: 'paused'; pauseMs: number }
  | { mode: 'automatic'; precision: number }

/** A moderator's decision on a suggestion. */
export type Decision =
  | { kind: 'approve' }
  | { kind: 'edit'; text: string }
  | { kind: 'reject'; reason: string }
  | { kind: 'stop' } // a paused suggestion stays as a draft to decide
