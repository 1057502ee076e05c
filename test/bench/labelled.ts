// The labelled brands as the fit and the figures read them.
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Entry, type PackEntry, parseFaq, parsePack } from '../../knowledge/entry.ts'
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

/** The industry whose pack a brand would choose. */
export const industryOf: Readonly<Record<Brand, string>> = {
  telecom: 'telecom',
  energy: 'energy',
  retail: 'retail',
  travel: 'travel',
  streaming: 'digital',
  rail: 'travel',
  market: 'retail',
  leisure: 'travel',
  neobank: 'bank',
  saas: 'digital',
}

export const dataFolder = resolve(
  process.env.ENTRAIDE_DATA ?? join(import.meta.dirname, '../../../shared/data'),
)
export const hasData = existsSync(join(dataFolder, 'telecom', 'faq.jsonl'))

export interface LabelledBrand {
  brand: Brand
  entries: readonly Entry[]
  /** The entries with one phrasing alone, as a brand that only has titles. */
  bare: readonly Entry[]
  pack: readonly PackEntry[]
  questions: readonly LabelledQuestion[]
  replies: readonly LabelledReply[]
}

export function labelledBrand(brand: Brand): LabelledBrand {
  const set = readLabelledSet(join(dataFolder, brand))
  const { entries } = parseFaq(set.faq)
  return {
    brand,
    entries,
    bare: entries.map((entry) => ({ ...entry, variants: {} })),
    pack: packOf(industryOf[brand]),
    questions: set.questions,
    replies: set.replies,
  }
}

export const packs: readonly { name: string; questions: readonly PackEntry[] }[] = [
  ...new Set([...Object.values(industryOf), 'insurance']),
].map((name) => ({ name, questions: packOf(name) }))

function packOf(industry: string): PackEntry[] {
  const file = new URL(`../../knowledge/packs/${industry}/entries.jsonl`, import.meta.url)
  return parsePack(readFileSync(file, 'utf8'))
}

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
