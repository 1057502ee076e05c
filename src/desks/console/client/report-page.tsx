// The page's figures of the last seven days, and every thread that went before older ones.
import { useEffect, useState } from 'react'
import type { Report } from '../../../flow/index.ts'
import { api } from './api.ts'
import { useConsole } from './context.ts'
import { moment } from './time.ts'

type Words = ReturnType<typeof useConsole>['words']['reportRows']

export function ReportPage() {
  const { words, lang } = useConsole()
  const [report, setReport] = useState<Report | null>(null)
  useEffect(() => {
    void api.report().then((asked) => asked.kind === 'ok' && setReport(asked.value))
  }, [])
  const value = (key: keyof Words): string => {
    const found = report?.[key]
    if (typeof found === 'number') return String(found)
    return found ? `${found.inTime} / ${found.inTime + found.late}` : ''
  }

  return (
    <main className="page">
      <h1>{words.report}</h1>
      <p className="hint">{words.week}</p>
      <dl className="figures">
        {(Object.keys(words.reportRows) as (keyof Words)[]).map((key) => (
          <div key={key}>
            <dd>{value(key)}</dd>
            <dt>{words.reportRows[key]}</dt>
          </div>
        ))}
      </dl>
      <h2>{words.overtakings}</h2>
      <ol className="history">
        {report?.overtakings.map((row) => (
          <li key={row.seq}>
            <time>{moment(row.at, lang)}</time> {row.sentence}
          </li>
        ))}
      </ol>
    </main>
  )
}
