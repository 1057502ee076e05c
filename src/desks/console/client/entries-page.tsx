// The FAQ: its entries, an editor, import and export with errors by line.
import { Button, Input } from '@fluentui/react-components'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { ImportOutcome } from '../../../flow/index.ts'
import type { Entry } from '../../../ports/index.ts'
import { api } from './api.ts'
import { useConsole } from './context.ts'
import { EntryEditor, emptyEntry } from './entry-editor.tsx'

export function EntriesPage() {
  const { words, lang, person, tell } = useConsole()
  const [entries, setEntries] = useState<readonly Entry[]>([])
  const [chosen, setChosen] = useState<Entry | null>(null)
  const [query, setQuery] = useState('')
  const [errors, setErrors] = useState<readonly string[]>([])
  const file = useRef<HTMLInputElement>(null)
  const load = useCallback(async () => {
    const asked = await api.entries()
    if (asked.kind === 'ok') setEntries(asked.value.entries)
  }, [])
  useEffect(() => void load(), [load])
  const text = ({ question }: Entry) => question[lang] ?? question.fr ?? question.en ?? ''
  const shown = entries.filter((entry) =>
    `${entry.id} ${text(entry)}`.toLowerCase().includes(query.toLowerCase()),
  )
  async function importFile(chosenFile: File) {
    const asked = await api.importFaq(await chosenFile.text())
    const body = (asked.kind === 'ok' ? asked.value : asked.body) as ImportOutcome | null
    setErrors((body?.errors ?? []).map(({ line, field, message }) => `${line} : ${field} : ${message}`))
    if (asked.kind === 'ok' && body)
      tell(`${body.added}, ${body.revised}, ${body.unchanged} ${words.imported}`)
    else tell(words.failed, 'bad')
    void load()
  }
  return (
    <main className="desk">
      <nav className="queue" aria-label={words.entries}>
        <h1>{words.entries}</h1>
        <Input
          className="wide"
          value={query}
          placeholder={words.search}
          aria-label={words.search}
          onChange={(_, { value }) => setQuery(value)}
        />
        {person.role === 'admin' && (
          <div className="acts">
            <Button size="small" onClick={() => setChosen(emptyEntry())}>
              {words.newEntry}
            </Button>
            <Button size="small" onClick={() => file.current?.click()}>
              {words.importFaq}
            </Button>
            <Button size="small" as="a" href="/api/desk/faq" download>
              {words.exportFaq}
            </Button>
            <input
              ref={file}
              type="file"
              hidden
              accept=".jsonl,.json,.txt"
              onChange={({ target }) => target.files?.[0] && void importFile(target.files[0])}
            />
          </div>
        )}
        {errors.length > 0 && (
          <ul className="errors" role="alert">
            {errors.slice(0, 20).map((error) => (
              <li key={error}>{error}</li>
            ))}
          </ul>
        )}
        <ol>
          {shown.map((entry) => (
            <li key={entry.id}>
              <button
                type="button"
                className="line"
                aria-current={entry.id === chosen?.id}
                onClick={() => setChosen(entry)}
              >
                <span className="asks">{text(entry)}</span>
                <span className="hint">
                  {entry.topic} · {entry.id} · v{entry.revision}
                </span>
              </button>
            </li>
          ))}
        </ol>
      </nav>
      <section className="thread" aria-label={words.entry}>
        {chosen ? (
          <EntryEditor key={`${chosen.id} ${chosen.revision}`} entry={chosen} onSaved={() => void load()} />
        ) : (
          <p className="empty">{words.pick}</p>
        )}
      </section>
    </main>
  )
}
