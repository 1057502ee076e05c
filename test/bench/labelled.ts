// The labelled brands as the fit and the figures read them.
import { existsSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Entry, type PackEntry, parseFaq } from '../../knowledge/entry.ts'
import { industries, openPack, packFor } from '../../src/packs.ts'
import { type LabelledQuestion, type LabelledReply, readLabelledSet } from '../../src/play/labelled.ts'

export const brands = [
  'telecom',
  'energy',
  'retail',
  'travel',
  'streaming',
  'rail',
  'market',
  'leisure',
  'neobank',
  'saas',
] as const
export type Brand = (typeof brands)[number]

export const dataFolder = resolve(
  process.env.ENTRAIDE_DATA ?? join(import.meta.dirname, '../../../shared/data'),
)
export const hasData = existsSync(join(dataFolder, 'telecom', 'faq.jsonl'))

export interface LabelledBrand {
  brand: string
  entries: readonly Entry[]
  /** The entries with one phrasing alone, as a brand that only has titles. */
  bare: readonly Entry[]
  /** Whose packs its entries choose. */
  industries: readonly string[]
  pack: readonly PackEntry[]
  questions: readonly LabelledQuestion[]
  replies: readonly LabelledReply[]
}

export const labelledBrand = (brand: Brand): LabelledBrand => brandIn(dataFolder, brand)

const ownFolder = fileURLToPath(new URL('../../models/training/sets/', import.meta.url))

/** Further brands, that the models and what stands on them learn from and nothing is measured on. */
export const ownBrands = (): LabelledBrand[] =>
  readdirSync(ownFolder)
    .toSorted()
    .map((name) => brandIn(ownFolder, name))

function brandIn(folder: string, brand: string): LabelledBrand {
  const set = readLabelledSet(join(folder, brand))
  const { entries } = parseFaq(set.faq)
  return {
    brand,
    entries,
    bare: entries.map((entry) => ({ ...entry, variants: {} })),
    ...packFor(entries),
    questions: set.questions,
    replies: set.replies,
  }
}

export const packs = (): { name: string; questions: readonly PackEntry[] }[] =>
  industries.map((name) => ({ name, questions: openPack(name) }))

/** Entries that have no answer but many phrasings, and posts that ask for them. */
export interface PhrasedSet {
  entries: readonly Entry[]
  questions: readonly LabelledQuestion[]
}

const phrasingsKept = 10

/** Public sets: French public health, and those of an assistant's intents that the matcher has not learned from. */
export function phrasedSets(): PhrasedSet[] {
  return [phrasedSet('covid-fr', () => true, 1), phrasedSet('clinc150', (place) => place % 2 === 1, 8)]
}

/** @param every how many questions stand for one that is kept. */
function phrasedSet(name: string, kept: (place: number) => boolean, every: number): PhrasedSet {
  const set = readLabelledSet(join(dataFolder, name))
  const entries = parseFaq(set.faq).entries.flatMap((entry, place) =>
    kept(place) ? [{ ...entry, variants: fewer(entry.variants ?? {}) }] : [],
  )
  const ids = new Set(entries.map(({ id }) => id))
  const asked = set.questions.filter(({ entry }) => entry !== null && ids.has(entry))
  return { entries, questions: asked.filter((_, at) => at % every === 0) }
}

const fewer = ({ fr = [], en = [] }: Entry['variants'] & object) => ({
  fr: fr.slice(0, phrasingsKept),
  en: en.slice(0, phrasingsKept),
})
