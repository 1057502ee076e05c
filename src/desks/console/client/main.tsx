// The console begins here: who is there, which theme, which language.
import { FluentProvider, Spinner, webDarkTheme, webLightTheme } from '@fluentui/react-components'
import { StrictMode, useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'
import type { Person } from '../../../ports/index.ts'
import { api } from './api.ts'
import { Frame } from './frame.tsx'
import './console.css'
import { type Lang, words } from './words.ts'

const stored = (name: string) => localStorage.getItem(name)
const firstLang = (): Lang => ((stored('lang') ?? navigator.language).startsWith('fr') ? 'fr' : 'en')
const firstDark = () =>
  (stored('theme') ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')) === 'dark'

function Root() {
  const [person, setPerson] = useState<Person | null>(null)
  const [lang, setLang] = useState(firstLang)
  const [dark, setDark] = useState(firstDark)
  useEffect(() => {
    void api.me().then((asked) => {
      if (asked.kind === 'ok' && asked.value.person) setPerson(asked.value.person)
      else location.assign('/sign-in?next=/console')
    })
  }, [])
  useEffect(() => {
    document.documentElement.lang = lang
    document.documentElement.dataset.theme = dark ? 'dark' : 'light'
    localStorage.setItem('lang', lang)
    localStorage.setItem('theme', dark ? 'dark' : 'light')
  }, [lang, dark])
  return (
    <FluentProvider theme={dark ? webDarkTheme : webLightTheme} className="root">
      {person ? (
        <Frame person={person} lang={lang} onLang={setLang} onTheme={() => setDark(!dark)} />
      ) : (
        <Spinner className="waiting" aria-label={words[lang].waiting} />
      )}
    </FluentProvider>
  )
}

const place = document.getElementById('console')
if (place)
  createRoot(place).render(
    <StrictMode>
      <Root />
    </StrictMode>,
  )
