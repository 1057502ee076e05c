// Recurring questions without an entry: the admin makes one from them.
import { Badge, Button } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import type { Gap } from '../../../flow/index.ts'
import { api } from './api.ts'
import { useConsole } from './context.ts'
import { EntryEditor, emptyEntry } from './entry-editor.tsx'
import { moment } from './time.ts'

export function GapsPage() {
  const { words, lang, person } = useConsole()
  const [gaps, setGaps] = useState<readonly Gap[] | null>(null)
  const [chosen, setChosen] = useState<Gap | null>(null)
  useEffect(() => {
    void api.gaps().then((asked) => asked.kind === 'ok' && setGaps(asked.value.gaps))
  }, [])
  return (
    <main className="page">
      <h1>{words.gaps}</h1>
      {gaps?.length === 0 && <p className="empty">{words.noGaps}</p>}
      <ul className="plain">
        {gaps?.map((gap) => (
          <li key={gap.threadIds[0]} className="card">
            <p className="card-head">
              <Badge>
                {gap.count} {words.times}
              </Badge>
              <time>{moment(gap.lastAt, lang)}</time>
            </p>
            <p>{gap.text}</p>
            {gap.answer && (
              <p className="hint">
                {words.colleagueSaid} « {gap.answer} »
              </p>
            )}
            {person.role === 'admin' && <Button onClick={() => setChosen(gap)}>{words.create}</Button>}
          </li>
        ))}
      </ul>
      {chosen && <EntryEditor key={chosen.text} entry={entryOf(chosen)} onSaved={() => setChosen(null)} />}
    </main>
  )
}

/** What is known of the gap already: how it is asked, and what a colleague answered. */
function entryOf({ lang: asked, text, answer }: Gap) {
  const lang = asked === 'en' ? 'en' : 'fr'
  return emptyEntry({ [lang]: text }, answer === null ? {} : { [lang]: answer })
}
