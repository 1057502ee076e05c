// News inside this process: whoever shows something live hears what changed.
import type { Log, News, NewsItem } from './ports/index.ts'

export function createNews(log: Log): News {
  const listeners = new Set<(item: NewsItem) => void>()
  return {
    publish(item) {
      for (const listener of listeners) {
        try {
          listener(item)
        } catch (error) {
          log.error('A listener of the news failed.', { error: String(error) })
        }
      }
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
