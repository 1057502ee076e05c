// The industry's questions that lend an entry their phrasings; the admin takes away those it does not answer.
import { Button } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import type { Desk } from '../../../flow/index.ts'
import { api } from './api.ts'
import { useConsole } from './context.ts'

type Links = Awaited<ReturnType<Desk['packLinks']>>

export interface PackLinksProps {
  entryId: string
  unlinked: readonly string[]
  /** Part of the entry's form: it is kept when the entry is saved. */
  onChange(unlinked: string[]): void
}

export function PackLinks({ entryId, unlinked, onChange }: PackLinksProps) {
  const { words, lang, person } = useConsole()
  const [links, setLinks] = useState<Links>([])
  useEffect(() => {
    void api.packLinks().then((asked) => asked.kind === 'ok' && setLinks(asked.value.links))
  }, [])
  const own = links.filter((link) => link.entryId === entryId && !unlinked.includes(link.packId))
  if (own.length === 0 && unlinked.length === 0) return null
  return (
    <section aria-label={words.packLinks}>
      <h3>{words.packLinks}</h3>
      <p className="hint">{words.packLinksHint}</p>
      <ul className="plain">
        {own.map(({ packId, question, share }) => (
          <li key={packId} className="card-head">
            <span>{question[lang] ?? question.fr ?? question.en}</span>
            <small className="hint">{Math.round(share * 100)} %</small>
            {person.role === 'admin' && (
              <Button size="small" onClick={() => onChange([...unlinked, packId])}>
                {words.unlink}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {unlinked.length > 0 && person.role === 'admin' && (
        <Button size="small" onClick={() => onChange([])}>
          {words.linkAgain} ({unlinked.length})
        </Button>
      )}
    </section>
  )
}
