// The console's frame: where one can go, who is there, and the line that says what just happened.
import { Button, Tab, TabList } from '@fluentui/react-components'
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { Person } from '../../../ports/index.ts'
import { AuditPage } from './audit-page.tsx'
import { CallsPage } from './calls-page.tsx'
import { ConsoleProvider } from './context.ts'
import { DeliveriesPage } from './deliveries-page.tsx'
import { EntriesPage } from './entries-page.tsx'
import { GapsPage } from './gaps-page.tsx'
import { PeoplePage } from './people-page.tsx'
import { QueuePage } from './queue-page.tsx'
import { ReportPage } from './report-page.tsx'
import { SettingsPage } from './settings-page.tsx'
import { ThreadsPage } from './threads-page.tsx'
import { words as allWords, type Lang } from './words.ts'

const views = [
  'queue',
  'threads',
  'entries',
  'gaps',
  'calls',
  'deliveries',
  'report',
  'settings',
  'audit',
  'people',
] as const
type View = (typeof views)[number]
const forAdmins: readonly View[] = ['settings', 'audit', 'people']

const viewOf = (path: string): View => views.find((view) => path.split('/')[2] === view) ?? 'queue'

export interface FrameProps {
  person: Person
  lang: Lang
  onLang(lang: Lang): void
  onTheme(): void
}

export function Frame({ person, lang, onLang, onTheme }: FrameProps) {
  const [view, setView] = useState(() => viewOf(location.pathname))
  const [status, setStatus] = useState<{ message: string; tone: 'good' | 'bad' } | null>(null)
  const words = allWords[lang]
  const tell = useCallback(
    (message: string, tone: 'good' | 'bad' = 'good') => setStatus({ message, tone }),
    [],
  )
  const context = useMemo(() => ({ lang, words, person, tell }), [lang, words, person, tell])
  useEffect(() => {
    const back = () => setView(viewOf(location.pathname))
    window.addEventListener('popstate', back)
    return () => window.removeEventListener('popstate', back)
  }, [])
  const go = (next: View) => {
    history.pushState(null, '', next === 'queue' ? '/console' : `/console/${next}`)
    setView(next)
  }
  const shown = views.filter((one) => person.role === 'admin' || !forAdmins.includes(one))
  return (
    <ConsoleProvider value={context}>
      <header className="top">
        <a className="brand" href="/">
          Entraide
        </a>
        <TabList
          selectedValue={view}
          onTabSelect={(_, { value }) => go(value as View)}
          size="small"
          className="tabs"
        >
          {shown.map((one) => (
            <Tab key={one} value={one}>
              {words[one]}
            </Tab>
          ))}
        </TabList>
        <div className="who">
          <span>{person.name}</span>
          <Button size="small" appearance="subtle" onClick={() => onLang(lang === 'fr' ? 'en' : 'fr')}>
            {lang === 'fr' ? 'English' : 'Français'}
          </Button>
          <Button size="small" appearance="subtle" aria-label={words.themeSwitch} onClick={onTheme}>
            ◐
          </Button>
        </div>
      </header>
      <p role="status" aria-live="polite" className={`status ${status?.tone ?? ''}`}>
        {status?.message}
      </p>
      <Shown view={view} />
    </ConsoleProvider>
  )
}

function Shown({ view }: { view: View }) {
  switch (view) {
    case 'queue':
      return <QueuePage />
    case 'threads':
      return <ThreadsPage />
    case 'entries':
      return <EntriesPage />
    case 'gaps':
      return <GapsPage />
    case 'calls':
      return <CallsPage />
    case 'deliveries':
      return <DeliveriesPage />
    case 'report':
      return <ReportPage />
    case 'settings':
      return <SettingsPage />
    case 'audit':
      return <AuditPage />
    case 'people':
      return <PeoplePage />
  }
}
