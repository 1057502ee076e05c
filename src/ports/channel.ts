// A place where the community talks: events come in, replies go out, each once.

/** A platform's event in our words, before it is kept. `threadExternalId` is the root post's id. */
export interface Incoming {
  channel: string
  pageId: string
  threadExternalId: string
  /** The post it is about. */
  externalId: string
  /** Distinguishes forms of the same post (ms of the edit, 0 for the first); with channel, id and kind the event's identity. */
  version: number
  event: IncomingEvent
  /** When it happened by the platform's clock, ms. */
  at: number
}

export type IncomingEvent =
  | {
      kind: 'posted'
      text: string
      /** Between the asker and the brand alone; absent: in public. */
      private?: boolean
      replyTo: string | null
      author: { id: string; name: string; brand: boolean; influence: number | null }
      /** The outbox row it came from, when the platform gives it back. */
      outboxId: string | null
      /** Where to answer, in the channel's own terms (Teams: the conversation reference), opaque to the house. */
      address: Readonly<Record<string, unknown>> | null
    }
  | { kind: 'edited'; text: string }
  | { kind: 'deleted' }
  | { kind: 'liked'; likes: number }
  | { kind: 'hidden'; hidden: boolean }
  | { kind: 'solved'; answerExternalId: string | null; byAuthorId: string }

/** One thing that must leave the house once. */
export interface OutboxRow {
  id: string
  threadId: string | null
  channel: string
  pageId: string
  /** What is sent: a reply to a post, a post hidden, a card to a desk. */
  payload: OutboxPayload
  state: 'due' | 'sending' | 'sent' | 'rejected' | 'unknown' | 'stopped'
  /** Not before, ms. */
  dueAt: number
  attempts: number
  sendingSince: number | null
  unknownSince: number | null
  externalId: string | null
  reason: string | null
  createdAt: number
  updatedAt: number
}

export type OutboxPayload =
  | {
      kind: 'reply'
      threadExternalId: string
      replyTo: string | null
      text: string
      lang: 'fr' | 'en' | 'other'
      private: boolean
      act: string
      address: Readonly<Record<string, unknown>> | null
    }
  | { kind: 'hide'; externalId: string; address: Readonly<Record<string, unknown>> | null }
  /** A card for a desk in a chat tool; `replaces` names the activity it updates. */
  | {
      kind: 'card'
      suggestionId: string | null
      replaces: string | null
      body: Readonly<Record<string, unknown>>
    }

export type SendOutcome =
  | { kind: 'sent'; externalId: string }
  /** Proof that nothing was posted and that it may be tried again (connection refused, 429). */
  | { kind: 'notPosted'; reason: string; retryAfterMs: number | null }
  /** Definitely refused, nothing was posted, and trying again will not help. */
  | { kind: 'rejected'; reason: string }
  /** It may or may not be there (timeout, reset, 5xx). Never sent again on this alone. */
  | { kind: 'unknown'; reason: string }

export type ReadBack =
  | { kind: 'found'; externalId: string }
  /** It is certainly not there: the channel's read lag is bounded and has passed. */
  | { kind: 'absent' }
  | { kind: 'cannot'; reason: string }

/** The way out of a channel. Sending never throws: whatever happens is an outcome. */
export interface Channel {
  readonly name: string
  readonly can: { edit: boolean; hide: boolean; privateReply: boolean; readBack: boolean; maxLength: number }
  send(row: OutboxRow): Promise<SendOutcome>
  readBack(row: OutboxRow): Promise<ReadBack>
}

/** The way in: what a channel hands to the house. Resolves after the events are durable, and only then. */
export type TakeIn = (events: readonly Incoming[]) => Promise<TakenIn[]>
export type TakenIn =
  | { kind: 'kept'; threadId: string }
  | { kind: 'duplicate'; threadId: string }
  | { kind: 'refused'; reason: string }
