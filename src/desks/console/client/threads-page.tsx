// All threads, newest first, by their words; one of them opened beside.
import { Badge, SearchBox } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import type { Thread } from '../../../ports/index.ts'
import { api } from './api.ts'
import { useConsole } from './context.ts'
import { ThreadPanel } from './thread-panel.tsx'
import { ago } from './time.ts'

export function ThreadsPage() {
  const { words, lang } = useConsole()
  const [query, setQuery] = useState('')
  const [threads, setThreads] = useState<readonly Thread[]>([])
  const [chosen, setChosen] = useState<string | null>(null)
  useEffect(() => {
    let stale = false
    void api.threads(query).then((asked) => !stale && asked.kind === 'ok' && setThreads(asked.value.threads))
    return () => {
      stale = true
    }
  }, [query])
  return (
    <main className="desk">
      <nav className="queue" aria-label={words.threads}>
        <h1>{words.threads}</h1>
        <SearchBox
          className="wide"
          value={query}
          placeholder={words.search}
          aria-label={words.search}
          onChange={(_, { value }) => setQuery(value)}
        />
        <ol>
          {threads.map((thread) => (
            <li key={thread.id}>
              <button
                type="button"
                className="line"
                aria-current={thread.id === chosen}
                onClick={() => setChosen(thread.id)}
              >
                <span className="marks">
                  <Badge appearance="outline">{words.states[thread.state]}</Badge>
                  <time>{ago(thread.openedAt, Date.now(), lang)}</time>
                </span>
                <span className="asks">
                  {thread.posts.find(({ externalId }) => externalId === thread.externalId)?.text}
                </span>
              </button>
            </li>
          ))}
        </ol>
      </nav>
      <section className="thread" aria-label={words.question}>
        {chosen ? (
          <ThreadPanel key={chosen} id={chosen} changes={0} onDecided={() => {}} />
        ) : (
          <p className="empty">{words.pick}</p>
        )}
      </section>
    </main>
  )
}
