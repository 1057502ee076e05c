// What the community page is given.
import type { Clock, Ids, News, PageSettings, Person, Store, TakeIn, Thread } from '../../ports/index.ts'

/** By when a human reads a new question. */
export type HumanBy =
  | { kind: 'open'; by: number }
  | { kind: 'closed'; reason: 'night' | 'weekend' | 'holiday' | 'closure'; opensAt: number | null }

export interface CommunityDeps {
  store: Store
  /** Resolves once the events are durable and applied, so that the page shown next holds them. */
  takeIn: TakeIn
  news: News
  clock: Clock
  ids: Ids
  pages(): Promise<readonly PageSettings[]>
  humanBy(thread: Thread): HumanBy
  /** The text with personal data masked; what a post says is whole to its author alone. */
  mask(text: string): string
  /**
   * Somebody who asks with a name alone. `key` is the form's secret one-time key: two clicks are one guest.
   * The cookies go out with the response.
   */
  openGuest(name: string, key: string): Promise<{ person: Person; cookies: readonly string[] }>
  /** Earlier threads that ask the same, best first. */
  similar?(text: string, pageId: string): Promise<readonly { threadId: string; text: string }[]>
}

export const channelName = 'community'
export const longestPost = 10_000
export const longestName = 60
