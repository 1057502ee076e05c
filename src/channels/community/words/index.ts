// The community page's words by language; the compiler names what one of them lacks.
import type { Lang } from '../lang.ts'
import { en, type Words } from './en.ts'
import { fr } from './fr.ts'

export type { Words } from './en.ts'

const all: Record<Lang, Words> = { en, fr }

export const wordsOf = (lang: Lang): Words => all[lang]

/** Fills `{name}` places. */
export const fill = (sentence: string, values: Readonly<Record<string, string>>): string =>
  sentence.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')
