// Where a chat desk hooks in: each suggestion that opens or closes may become an outbox row of its own.
import type { Entry } from '../../knowledge/index.ts'
import type { PageSettings, Thread } from '../policy/index.ts'
import type { OutboxPayload, SuggestionRow } from '../ports/index.ts'

/** What a card is drawn from: the thread as it stands after the step, its suggestion, and the entry behind it. */
export interface CardMatter {
  thread: Thread
  suggestion: SuggestionRow
  entry: Entry | null
  settings: PageSettings
  /** External id of the card already posted for this suggestion, when there is one. */
  posted: string | null
}

export interface CardMaker {
  /** The channel name of the rows it makes. */
  channel: string
  /** Null where this suggestion needs no card. */
  draw(matter: CardMatter): Extract<OutboxPayload, { kind: 'card' }> | null
}
