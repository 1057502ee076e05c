// What can happen to a thread. Every change of a thread is one of these, applied by the machine.

import type { Decision, SuggestionKind } from './suggestion.ts'
import type { Judgement, Post, Sign } from './thread.ts'

export type ThreadEvent =
  | { kind: 'posted'; post: Post }
  | { kind: 'edited'; externalId: string; text: string; version: number }
  | { kind: 'deleted'; externalId: string }
  | Sign
  | { kind: 'judged'; judgement: Judgement }
  | { kind: 'entryPicked'; entryId: string | null; by: string }
  | { kind: 'entryRevised'; entryId: string; revision: number }
  | {
      kind: 'reviewed'
      suggestionId: string
      /** The thread version the moderator had before their eyes. */
      threadVersion: number
      by: string
      decision: Decision
    }
  /** A moderator acts without a suggestion: writes a reply, escalates, settles, reopens, hands over. */
  | { kind: 'commanded'; by: string; command: Command }
  /** What became of an outbox row. `externalId` is the post's on the channel when it was sent. */
  | {
      kind: 'delivered'
      outboxId: string
      /** `stopped`: taken back before it left. */
      outcome: 'sent' | 'rejected' | 'unknown' | 'stopped'
      externalId: string | null
      text: string
      reason: string | null
    }
  /** The scheduler asks: `wakeAt` has come. */
  | { kind: 'woke' }
  | { kind: 'settingsChanged' }
  /** The page's crisis brake was pulled or lifted. */
  | { kind: 'brake'; pulled: boolean; reason: string }

export type Command =
  | { kind: 'reply'; text: string; private: boolean }
  | { kind: 'suggest'; act: SuggestionKind }
  | { kind: 'escalate'; reason: string }
  | { kind: 'calm' } // the crisis of this thread is lifted by a human
  | { kind: 'settle' }
  | { kind: 'reopen' }
