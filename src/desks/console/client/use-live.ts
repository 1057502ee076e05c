// Calls back when something changed in the house; the browser reconnects by itself.
import { useEffect, useRef } from 'react'
import type { NewsItem } from '../../../ports/index.ts'

export function useLive(onNews: (item: NewsItem) => void): void {
  const latest = useRef(onNews)
  latest.current = onNews
  useEffect(() => {
    const source = new EventSource('/api/desk/live')
    source.onmessage = ({ data }) => latest.current(JSON.parse(String(data)) as NewsItem)
    return () => source.close()
  }, [])
}
