// The community page's words by language; the compiler names what one of them lacks.
import type { Lang } from '../lang.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'

type Widened<T> = T extends string
  ? string
  : T extends (...given: infer Given) => string
    ? (...given: Given) => string
    : { [Key in keyof T]: Widened<T[Key]> }

export type Words = Widened<typeof en>

const all: Record<Lang, Words> = { en, fr }

export const wordsOf = (lang: Lang): Words => all[lang]

/** Fills `{name}` places. */
export const fill = (sentence: string, values: Readonly<Record<string, string>>): string =>
  sentence.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')
