// The console's languages; the compiler names what one lacks.
import { en } from './words-en.ts'
import { fr } from './words-fr.ts'

export type Lang = 'fr' | 'en'
export type Words = typeof fr

export const words: Readonly<Record<Lang, Words>> = { fr, en }
