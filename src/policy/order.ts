// What the policy orders. The flow carries each out in the transaction that saves the thread.
import type { OpenSuggestion, SuggestionKind } from './suggestion.ts'

export type Order =
  /** Draft the words of a new open suggestion (already set on the thread) and show it to the desk. */
  | { kind: 'draft'; suggestion: OpenSuggestion; why: Why }
  /** The suggestion died with the thread's change, or a moderator rejected it. */
  | {
      kind: 'close'
      suggestionId: string
      as: 'withdrawn' | 'rejected' | 'approved' | 'edited' | 'automatic'
      why: Why
      by: string | null
    }
  /** Post the suggestion's words (or the moderator's own) once: an outbox row. `text` null means the drafted words. */
  | {
      kind: 'post'
      outboxId: string
      act: SuggestionKind | 'reply'
      suggestionId: string | null
      text: string | null
      replyTo: string | null
      private: boolean
      why: Why
    }
  /** An outbox row not yet sending is stopped (the question was deleted, a human replied). */
  | { kind: 'stopPosting'; outboxId: string; why: Why }
  | { kind: 'hide'; externalId: string; why: Why }
  /** The desk's attention: a crisis, a deadline near, an unknown delivery. */
  | { kind: 'alert'; level: 'urgent' | 'soon' | 'info'; why: Why }
  /** A phrasing confirmed by a moderator joins the entry's variants. */
  | { kind: 'learn'; entryId: string; phrasing: string; lang: 'fr' | 'en' }
  /** Only written down: a silence and its reason, an overtaking, a refusal. */
  | { kind: 'note'; why: Why; by: string | null }

/** The rule that spoke and its reason in one sentence (English, for the audit trail; the desk words it by `rule`). */
export interface Why {
  rule: string
  sentence: string
}

/** Why an event was not applied; the caller shows it to whoever caused it. */
export type Refusal =
  | { kind: 'stale'; seenVersion: number; version: number; changed: string }
  | { kind: 'noSuggestion'; suggestionId: string }
  | { kind: 'alreadyDecided'; suggestionId: string }
  | { kind: 'notAllowed'; reason: string }
