// The industry's questions that lend an entry their phrasings; the admin takes away those it does not answer.
import { Button } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import type { Desk } from '../../../flow/index.ts'
import type { Entry } from '../../../ports/index.ts'
import { api } from './api.ts'
import { useConsole } from './context.ts'

type Links = Awaited<ReturnType<Desk['packLinks']>>

export function PackLinks({ entry, onSaved }: { entry: Entry; onSaved(): void }) {
  const { words, lang, person, tell } = useConsole()
  const [links, setLinks] = useState<Links>([])
  const [unlinked, setUnlinked] = useState<readonly string[]>(entry.unlinked ?? [])
  useEffect(() => {
    void api.packLinks().then((asked) => asked.kind === 'ok' && setLinks(asked.value.links))
  }, [])
  const own = links.filter(({ entryId, packId }) => entryId === entry.id && !unlinked.includes(packId))
  if (own.length === 0 && unlinked.length === 0) return null
  async function save(next: readonly string[]) {
    const asked = await api.saveEntry({ ...entry, unlinked: next })
    if (asked.kind === 'failed') return tell(words.failed, 'bad')
    tell(words.saved)
    setUnlinked(next)
    onSaved()
  }
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
              <Button size="small" onClick={() => void save([...unlinked, packId])}>
                {words.unlink}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {unlinked.length > 0 && person.role === 'admin' && (
        <Button size="small" onClick={() => void save([])}>
          {words.linkAgain} ({unlinked.length})
        </Button>
      )}
    </section>
  )
}
