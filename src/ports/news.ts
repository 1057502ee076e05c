// What just changed, for pages that show it live. Lossy by design: a listener re-reads what it shows.

export type NewsItem =
  | { kind: 'thread'; threadId: string; pageId: string }
  | { kind: 'alert'; level: 'urgent' | 'soon' | 'info'; threadId: string | null; sentence: string }
  | { kind: 'knowledge' }
  | { kind: 'callBacks' }
  | { kind: 'settings'; pageId: string }

export interface News {
  publish(item: NewsItem): void
  /** Returns the way to stop listening. */
  subscribe(listener: (item: NewsItem) => void): () => void
}
