// Customers who asked to be called, in order of arrival; once called, name and number are gone.
import { Button } from '@fluentui/react-components'
import { useCallback, useEffect, useState } from 'react'
import type { Desk } from '../../../flow/index.ts'
import { api } from './api.ts'
import { useConsole } from './context.ts'
import { ago, moment } from './time.ts'
import { useLive } from './use-live.ts'

type Calls = Awaited<ReturnType<Desk['callBacks']>>

export function CallsPage() {
  const { words, lang, tell } = useConsole()
  const [calls, setCalls] = useState<Calls | null>(null)
  const load = useCallback(async () => {
    const asked = await api.calls()
    if (asked.kind === 'ok') setCalls(asked.value.calls)
  }, [])
  useEffect(() => void load(), [load])
  useLive(({ kind }) => {
    if (kind === 'callBacks' || kind === 'connected') void load()
  })
  const done = async (id: string) => {
    const asked = await api.callDone(id)
    if (asked.kind === 'ok') tell(words.called)
    else tell(words.failed, 'bad')
    void load()
  }
  return (
    <main className="page">
      <h1>{words.calls}</h1>
      <p className="hint">{words.callsHint}</p>
      {calls?.length === 0 && <p className="empty">{words.noCalls}</p>}
      <ul className="plain">
        {calls?.map((call) => (
          <li key={call.id} className="card">
            <p className="card-head">
              <strong>{call.name}</strong>
              <a href={`tel:${call.phone.replace(/[^+\d]/g, '')}`}>{call.phone}</a>
              <span className="hint">{call.when ? moment(call.when.from, lang) : words.callSoon}</span>
            </p>
            <p>{call.question}</p>
            <p className="hint">
              {call.reference} · {ago(call.askedAt, Date.now(), lang)}
            </p>
            <div className="acts">
              <Button appearance="primary" onClick={() => void done(call.id)}>
                {words.callMade}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </main>
  )
}
