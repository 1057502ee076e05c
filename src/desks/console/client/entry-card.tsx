// The entry judged against, whole, with its neighbours; another one can be picked.
import { Badge, Button, Link, SearchBox } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import type { EntryCandidate, ThreadView } from '../../../flow/index.ts'
import { api } from './api.ts'
import { useConsole } from './context.ts'

export function EntryCard({ view, onPicked }: { view: ThreadView; onPicked(): void }) {
  const { words, lang } = useConsole()
  const { entry, thread } = view
  const text = (of: { fr?: string | undefined; en?: string | undefined } | undefined) =>
    of?.[lang] ?? of?.fr ?? of?.en ?? ''
  const confidence = thread.judgement?.match.candidates[0]?.confidence ?? 0
  const pick = async (id: string | null) => {
    await api.pickEntry(thread.id, id)
    onPicked()
  }
  return (
    <section className="card entry" aria-label={words.entry}>
      <p className="card-head">
        <strong>{words.entry}</strong>
        {entry && <Badge appearance="outline">{Math.round(confidence * 100)} %</Badge>}
      </p>
      {entry ? (
        <>
          <h3>{text(entry.question)}</h3>
          <p>{text(entry.answer)}</p>
          {entry.links.map((link) => (
            <Link key={link} href={link} target="_blank" rel="noreferrer">
              {link}
            </Link>
          ))}
        </>
      ) : (
        <NearOnes view={view} text={text} onPick={(id) => void pick(id)} />
      )}
      <OtherEntries view={view} text={text} onPick={(id) => void pick(id)} />
    </section>
  )
}

/** Two entries are too near for the house to choose: a human does, by one press. */
function NearOnes({ view, text, onPick }: OtherProps) {
  const { words } = useConsole()
  const decision = view.thread.judgement?.match.decision
  if (decision?.kind !== 'near') return <p className="hint">{words.noEntry}</p>
  const two = view.candidates.filter(({ entry }) => decision.entryIds.includes(entry.id))
  return (
    <>
      <p className="hint">{words.oneOfTwo}</p>
      <ul className="plain">
        {two.map(({ entry }) => (
          <li key={entry.id}>
            <Button onClick={() => onPick(entry.id)}>{text(entry.question)}</Button>
          </li>
        ))}
      </ul>
    </>
  )
}

interface OtherProps {
  view: ThreadView
  text(of: { fr?: string | undefined; en?: string | undefined }): string
  onPick(id: string | null): void
}

function OtherEntries({ view, text, onPick }: OtherProps) {
  const { words } = useConsole()
  const [query, setQuery] = useState('')
  const [found, setFound] = useState<readonly EntryCandidate[]>([])
  useEffect(() => {
    if (query.trim() === '') return setFound([])
    let stale = false
    void api.search(query).then((asked) => !stale && asked.kind === 'ok' && setFound(asked.value.candidates))
    return () => {
      stale = true
    }
  }, [query])
  const shown = (query.trim() === '' ? view.candidates : found)
    .filter(({ entry }) => entry.id !== view.entry?.id)
    .slice(0, 4)
  return (
    <details>
      <summary>{words.other}</summary>
      <SearchBox
        className="wide"
        value={query}
        placeholder={words.search}
        aria-label={words.other}
        onChange={(_, { value }) => setQuery(value)}
      />
      <ul className="others">
        {shown.map(({ entry, evidence }) => (
          <li key={entry.id}>
            <Button appearance="subtle" onClick={() => onPick(entry.id)}>
              {text(entry.question)}
            </Button>
            {evidence.words.length > 0 && <small className="hint">{evidence.words.join(', ')}</small>}
          </li>
        ))}
        {view.entry && (
          <li>
            <Button appearance="subtle" onClick={() => onPick(null)}>
              {words.noneFits}
            </Button>
          </li>
        )}
      </ul>
    </details>
  )
}
