// Small pieces of the house's data, for tests to vary.
import {
  defaultSettings,
  openThread,
  type PageSettings,
  type Post,
  type Thread,
} from '../../src/policy/index.ts'
import type { Incoming, OutboxRow, SuggestionRow } from '../../src/ports/index.ts'

/** A Tuesday, ten in the morning in Paris. */
export const tuesdayAtTen = Date.parse('2026-03-03T10:00:00+01:00')

export const aPage = (change: Partial<PageSettings> = {}): PageSettings => ({
  ...defaultSettings({ pageId: 'page', channel: 'stage', brand: 'Lanterne', name: 'Lanterne' }),
  ...change,
})

export const aPost = (change: Partial<Post> & { externalId: string }): Post => ({
  id: `t.${change.externalId}`,
  replyTo: null,
  author: { id: 'asker', name: 'Inès', role: 'asker', influence: null },
  text: 'Combien de temps met un virement ?',
  at: tuesdayAtTen,
  version: 0,
  deleted: false,
  hidden: false,
  likes: 0,
  private: false,
  outboxId: null,
  ...change,
})

export const aThread = (change: Partial<Thread> = {}): Thread => ({
  ...openThread({ id: 't', channel: 'stage', pageId: 'page', externalId: 'q' }, tuesdayAtTen),
  posts: [aPost({ externalId: 'q' })],
  state: 'waiting',
  version: 1,
  ...change,
})

export const anIncoming = (change: Partial<Incoming> & { externalId: string }): Incoming => ({
  channel: 'stage',
  pageId: 'page',
  threadExternalId: 'q',
  version: 0,
  at: tuesdayAtTen,
  event: {
    kind: 'posted',
    text: 'Combien de temps met un virement ?',
    replyTo: null,
    author: { id: 'asker', name: 'Inès', brand: false, influence: null },
    outboxId: null,
    address: null,
  },
  ...change,
})

export const anOutboxRow = (change: Partial<OutboxRow> = {}): OutboxRow => ({
  id: 'o1',
  threadId: 't',
  channel: 'stage',
  pageId: 'page',
  payload: {
    kind: 'reply',
    threadExternalId: 'q',
    replyTo: 'q',
    text: 'Bonjour',
    lang: 'fr',
    private: false,
    act: 'answer',
    address: null,
  },
  state: 'due',
  dueAt: tuesdayAtTen,
  attempts: 0,
  sendingSince: null,
  unknownSince: null,
  externalId: null,
  reason: null,
  createdAt: tuesdayAtTen,
  updatedAt: tuesdayAtTen,
  ...change,
})

export const aSuggestion = (change: Partial<SuggestionRow> = {}): SuggestionRow => ({
  id: 't.s1',
  threadId: 't',
  pageId: 'page',
  kind: 'answer',
  threadVersion: 1,
  entry: { id: 'e', revision: 1 },
  postIds: [],
  keyPoints: [],
  lang: 'fr',
  text: 'Bonjour',
  cannot: null,
  rule: 'unanswered',
  why: 'Nobody answered.',
  confidence: 0.9,
  sure: false,
  state: 'open',
  automaticAt: null,
  createdAt: tuesdayAtTen,
  decidedAt: null,
  decidedBy: null,
  ...change,
})
