// A chat desk's card is an outbox row like any other thing that leaves the house.
import type { PageSettings, Thread } from '../policy/index.ts'
import type { OutboxRow, SuggestionRow } from '../ports/index.ts'
import { dueRow } from './due-row.ts'
import type { Work } from './work.ts'

/** Queues the card of a suggestion as it stands now; nothing where no chat desk is set up. */
export async function insertCard(
  work: Work,
  thread: Thread,
  settings: PageSettings,
  suggestion: SuggestionRow,
): Promise<void> {
  const maker = work.deps.cards
  if (!maker) return
  const first = await work.tx.outbox(cardId(suggestion.id, 'open'))
  if (first?.state === 'due' && suggestion.state !== 'open') {
    await work.tx.updateOutbox(
      first.id,
      { state: 'stopped', reason: 'Decided before the card was shown.' },
      work.now,
    )
    return
  }
  const entry = suggestion.entry ? (work.knowledge.entries.get(suggestion.entry.id) ?? null) : null
  const payload = maker.draw({ thread, suggestion, entry, settings, posted: first?.externalId ?? null })
  if (!payload) return
  const id = cardId(suggestion.id, suggestion.state)
  if (await work.tx.outbox(id)) return
  // Its own line: a card must neither wait for the thread's reply nor hold it up.
  const row = { id, threadId: null, channel: maker.channel, pageId: settings.pageId, payload }
  await work.tx.insertOutbox(dueRow(row, work.now))
}

/** A decision can overtake its card on the way out: once the card is there, it is closed. */
export async function closeLateCard(work: Work, row: OutboxRow): Promise<void> {
  if (row.payload.kind !== 'card' || row.payload.suggestionId === null || row.payload.replaces !== null)
    return
  const suggestion = await work.tx.suggestion(row.payload.suggestionId)
  if (!suggestion || suggestion.state === 'open') return
  const thread = await work.tx.thread(suggestion.threadId)
  const settings = work.pages.get(suggestion.pageId)
  if (thread && settings) await insertCard(work, thread, settings, suggestion)
}

const cardId = (suggestionId: string, state: string) => `${suggestionId}.card.${state}`
