// Calls back when something changed in the house; the browser reconnects by itself.
import { useEffect, useRef } from 'react'
import type { NewsItem } from '../../../ports/index.ts'

/** `connected`: from here on nothing is missed; what changed before must be read anew. */
export type LiveItem = NewsItem | { kind: 'connected' }

export function useLive(onNews: (item: LiveItem) => void): void {
  const latest = useRef(onNews)
  latest.current = onNews
  useEffect(() => {
    const source = new EventSource('/api/desk/live')
    source.onopen = () => latest.current({ kind: 'connected' })
    source.onmessage = ({ data }) => latest.current(JSON.parse(String(data)) as NewsItem)
    return () => source.close()
  }, [])
}
