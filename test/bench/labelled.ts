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
  const pack = readFileSync(
    new URL(`../../knowledge/packs/${industryOf[brand]}/entries.jsonl`, import.meta.url),
    'utf8',
  )
  return {
    brand,
    entries,
    bare: entries.map((entry) => ({ ...entry, variants: {} })),
    pack: parsePack(pack),
    questions: set.questions,
    replies: set.replies,
  }
}
