// The queue and the thread under decision, side by side; on a phone one after the other.
import { Badge } from '@fluentui/react-components'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { PageSettings } from '../../../ports/index.ts'
import { api, type Queue } from './api.ts'
import { BrakeBars } from './brake-bars.tsx'
import { useConsole } from './context.ts'
import { KeysDialog } from './keys-dialog.tsx'
import { ThreadPanel } from './thread-panel.tsx'
import { ago } from './time.ts'
import { useKeys } from './use-keys.ts'
import { useLive } from './use-live.ts'

type Item = Queue['items'][number]

export function QueuePage() {
  const { words } = useConsole()
  const [queue, setQueue] = useState<Queue | null>(null)
  const [chosen, setChosen] = useState<string | null>(null)
  const [help, setHelp] = useState(false)
  const [changes, setChanges] = useState(0)
  const [pages, setPages] = useState<readonly PageSettings[]>([])
  const load = useCallback(async () => {
    const asked = await api.queue(null)
    if (asked.kind === 'ok') setQueue(asked.value)
  }, [])
  const loadPages = useCallback(async () => {
    const asked = await api.pages()
    if (asked.kind === 'ok') setPages(asked.value.pages)
  }, [])
  useEffect(() => void load(), [load])
  useEffect(() => void loadPages(), [loadPages])
  useLive((item) => {
    void load()
    if (item.kind === 'settings' || item.kind === 'connected') void loadPages()
    const shown = item.kind === 'connected' || (item.kind === 'thread' && item.threadId === chosen)
    if (shown) setChanges((count) => count + 1)
  })
  const items = queue?.items ?? []
  const at = items.findIndex(({ thread }) => thread.id === chosen)
  // Whoever opens the console sees the first thread at once; after a decision the one that took its place.
  const lastPlace = useRef(0)
  useEffect(() => {
    if (items.length === 0) return setChosen(null)
    if (at >= 0) lastPlace.current = at
    else setChosen(items[Math.min(lastPlace.current, items.length - 1)]?.thread.id ?? null)
  }, [items, at])
  const move = (by: number) =>
    setChosen(items[Math.max(0, Math.min(items.length - 1, at + by))]?.thread.id ?? null)
  const down = () => move(1)
  const up = () => move(-1)
  useKeys({
    j: down,
    k: up,
    ...Object.fromEntries([
      ['ArrowDown', down],
      ['ArrowUp', up],
    ]),
    '?': () => setHelp(true),
  })
  return (
    <main className="desk">
      <nav className="queue" aria-label={words.queue}>
        <h1>
          {words.queue} <Badge appearance="tint">{queue?.total ?? ''}</Badge>
        </h1>
        <p className="hint">{words.oldest}</p>
        {pages.map((page) => (
          <BrakeBars key={page.pageId} page={page} onLifted={loadPages} />
        ))}
        {queue && items.length === 0 && <p className="empty">{words.empty}</p>}
        <ol>
          {items.map((item) => (
            <QueueLine
              key={item.thread.id}
              item={item}
              chosen={item.thread.id === chosen}
              onChoose={() => setChosen(item.thread.id)}
            />
          ))}
        </ol>
      </nav>
      <section className="thread" aria-label={words.question}>
        {chosen ? (
          <ThreadPanel key={chosen} id={chosen} changes={changes} onDecided={load} />
        ) : (
          <p className="empty">{words.pick}</p>
        )}
      </section>
      <KeysDialog open={help} onClose={() => setHelp(false)} />
    </main>
  )
}

function QueueLine({ item, chosen, onChoose }: { item: Item; chosen: boolean; onChoose(): void }) {
  const { words, lang } = useConsole()
  const { thread, suggestion, deadlines, overtaking } = item
  const root = thread.posts.find(({ externalId }) => externalId === thread.externalId)
  return (
    <li>
      <button type="button" className="line" aria-current={chosen} onClick={onChoose}>
        <span className="marks">
          {overtaking && <Badge color="danger">{words.crisis}</Badge>}
          <Badge appearance="outline" color="informative">
            {suggestion ? words.kinds[suggestion.kind] : words.states[thread.state]}
          </Badge>
          {deadlines.late ? (
            <Badge color="severe" appearance="tint">
              {words.late}
            </Badge>
          ) : (
            deadlines.near && (
              <Badge color="warning" appearance="tint">
                {words.near}
              </Badge>
            )
          )}
          <time>{ago(thread.openedAt, Date.now(), lang)}</time>
        </span>
        <span className="asks">{root?.text}</span>
        <span className="hint">
          {root?.author.name}
          {root?.author.influence ? ` · ${root.author.influence} ${words.influence}` : ''} · {item.pageName}
        </span>
      </button>
    </li>
  )
}
