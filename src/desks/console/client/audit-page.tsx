// Everything decided, newest first, with who and why.
import { useEffect, useState } from 'react'
import type { AuditRow } from '../../../ports/index.ts'
import { api } from './api.ts'
import { useConsole } from './context.ts'
import { moment } from './time.ts'

export function AuditPage() {
  const { words, lang } = useConsole()
  const [rows, setRows] = useState<readonly AuditRow[]>([])
  useEffect(() => {
    void api.audit().then((asked) => asked.kind === 'ok' && setRows(asked.value.rows))
  }, [])
  return (
    <main className="page">
      <h1>{words.audit}</h1>
      <ol className="history">
        {rows.map((row) => (
          <li key={row.seq}>
            <time>{moment(row.at, lang)}</time> <code>{row.what}</code> <span className="hint">{row.by}</span>{' '}
            {row.sentence}
          </li>
        ))}
      </ol>
    </main>
  )
}
