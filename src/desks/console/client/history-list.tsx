// Why the thread stands where it stands: each act and each silence with its reason.
import type { ThreadView } from '../../../flow/index.ts'
import { useConsole } from './context.ts'
import { moment } from './time.ts'

export function HistoryList({ view }: { view: ThreadView }) {
  const { words, lang } = useConsole()
  return (
    <details className="card">
      <summary>{words.history}</summary>
      <ol className="history">
        {view.audit.map((row) => (
          <li key={row.seq}>
            <time>{moment(row.at, lang)}</time> <code>{row.rule ?? row.what}</code> {row.sentence}
          </li>
        ))}
      </ol>
      {view.earlier.length > 0 && (
        <>
          <h4>{words.earlier}</h4>
          <ul>
            {view.earlier.map(({ id, text, openedAt }) => (
              <li key={id}>
                <time>{moment(openedAt, lang)}</time> {text}
              </li>
            ))}
          </ul>
        </>
      )}
    </details>
  )
}
