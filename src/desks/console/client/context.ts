// What every piece of the console shares: the language, who is there, and a place for messages.
import { createContext, useContext } from 'react'
import type { Person } from '../../../ports/index.ts'
import type { Lang, Words } from './words.ts'

export interface ConsoleContext {
  lang: Lang
  words: Words
  person: Person
  /** Says something in the status line, aloud to screen readers. */
  tell(message: string, tone?: 'good' | 'bad'): void
}

const Context = createContext<ConsoleContext | null>(null)

export const ConsoleProvider = Context.Provider

export function useConsole(): ConsoleContext {
  const context = useContext(Context)
  if (!context) throw new Error('Outside the console.')
  return context
}
