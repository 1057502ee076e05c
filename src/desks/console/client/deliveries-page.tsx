// Replies whose fate is not known: a human looks on the platform and says what is there.
import { Button } from '@fluentui/react-components'
import { useCallback, useEffect, useState } from 'react'
import type { OutboxRow } from '../../../ports/index.ts'
import { api } from './api.ts'
import { useConsole } from './context.ts'
import { moment } from './time.ts'

export function DeliveriesPage() {
  const { words, lang } = useConsole()
  const [rows, setRows] = useState<readonly OutboxRow[] | null>(null)
  const load = useCallback(async () => {
    const asked = await api.deliveries()
    if (asked.kind === 'ok') setRows(asked.value.rows)
  }, [])
  useEffect(() => void load(), [load])
  const settle = async (id: string, as: 'posted' | 'notPosted' | 'giveUp') => {
    await api.settleDelivery(id, as)
    void load()
  }
  return (
    <main className="page">
      <h1>{words.deliveries}</h1>
      {rows?.length === 0 && <p className="empty">{words.noDeliveries}</p>}
      <ul className="plain">
        {rows?.map((row) => (
          <li key={row.id} className="card">
            <p className="hint">
              {row.channel} · {words.unknownSince} {moment(row.unknownSince ?? row.updatedAt, lang)} ·{' '}
              {row.reason}
            </p>
            <p>{row.payload.kind === 'reply' ? row.payload.text : row.payload.kind}</p>
            <div className="acts">
              <Button onClick={() => void settle(row.id, 'posted')}>{words.posted}</Button>
              <Button onClick={() => void settle(row.id, 'notPosted')}>{words.notPosted}</Button>
              <Button onClick={() => void settle(row.id, 'giveUp')}>{words.giveUp}</Button>
            </div>
          </li>
        ))}
      </ul>
    </main>
  )
}
