// One thread with everything a decision needs: posts, evidence, entry, draft.
import { Badge, Spinner } from '@fluentui/react-components'
import { useCallback, useEffect, useState } from 'react'
import type { ThreadView } from '../../../flow/index.ts'
import { AnswerCard } from './answer-card.tsx'
import { api } from './api.ts'
import { useConsole } from './context.ts'
import { DraftPanel } from './draft-panel.tsx'
import { EntryCard } from './entry-card.tsx'
import { HistoryList } from './history-list.tsx'
import { moment } from './time.ts'
import type { Words } from './words.ts'

export interface ThreadPanelProps {
  id: string
  /** Rises when the thread changed in the house. */
  changes: number
  onDecided(): void
}

/** A moderator's own reason stands as it was written. */
const crisisWords = (reasons: readonly string[], { crisisReasons }: Words) =>
  reasons.map((reason) => (crisisReasons as Readonly<Record<string, string>>)[reason] ?? reason).join(', ')

export function ThreadPanel({ id, changes, onDecided }: ThreadPanelProps) {
  const { words, lang } = useConsole()
  const [view, setView] = useState<ThreadView | null>(null)
  const load = useCallback(async () => {
    const asked = await api.thread(id)
    if (asked.kind === 'ok') setView(asked.value)
  }, [id])
  // biome-ignore lint/correctness/useExhaustiveDependencies: `changes` asks for a new look
  useEffect(() => void load(), [load, changes])
  if (!view) return <Spinner className="waiting" aria-label={words.waiting} />
  const { thread } = view
  const root = thread.posts.find(({ externalId }) => externalId === thread.externalId)
  const rest = thread.posts.filter((post) => post !== root)
  const reload = () => {
    void load()
    onDecided()
  }
  return (
    <article>
      <header className="asked">
        <h2>{root?.text ?? words.deleted}</h2>
        <p className="hint">
          {root?.author.name} · {moment(thread.openedAt, lang)} · {view.pageName} ·{' '}
          {words.states[thread.state]}
        </p>
        {thread.crisis && (
          <p className="crisis" role="alert">
            <Badge color="danger">{words.crisis}</Badge> {crisisWords(thread.crisis.reasons, words)}
          </p>
        )}
      </header>
      <DraftPanel view={view} onDecided={reload} />
      {rest.length > 0 && (
        <section aria-label={words.answers} className="answers">
          <h3>{words.answers}</h3>
          {rest.map((post) => (
            <AnswerCard key={post.id} post={post} view={view} />
          ))}
        </section>
      )}
      <EntryCard view={view} onPicked={reload} />
      <HistoryList view={view} />
    </article>
  )
}
