// The languages the product speaks; a new one is a file here and a line below.
import { en } from './en.ts'
import { fr } from './fr.ts'
import type { Language } from './language.ts'

export const languages: Readonly<Record<Language['code'], Language>> = { fr, en }
