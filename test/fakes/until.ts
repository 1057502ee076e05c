// Waits for what the running house does by itself: looked at again whenever it tells of a change.
import type { News } from '../../src/ports/index.ts'

/** @param look null while it is not so yet. */
export async function until<T>(news: News, look: () => Promise<T | null | undefined | false>): Promise<T> {
  let told: () => void = () => undefined
  const stop = news.subscribe(() => told())
  try {
    for (;;) {
      const next = new Promise<void>((resolve) => {
        told = resolve
      })
      const found = await look()
      if (found) return found
      await next
    }
  } finally {
    stop()
  }
}
