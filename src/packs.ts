// Reads the industries' packs of recurring questions, which lend their phrasings to a brand's entries.
import { readdirSync, readFileSync } from 'node:fs'
import { chooseIndustries, type Entry, type PackEntry, parsePack } from '../knowledge/index.ts'

const folder = new URL('../knowledge/packs/', import.meta.url)

export const industries: readonly string[] = readdirSync(folder)

/**
 * @returns the pack's entries, each id beginning with the industry's name; none without an industry. Throws where the
 * shipped file is missing or broken.
 */
export function openPack(industry: string | null): readonly PackEntry[] {
  if (industry === null) return []
  const text = readFileSync(new URL(`${industry}/entries.jsonl`, folder), 'utf8')
  return parsePack(text).map((entry) => ({ ...entry, id: `${industry}.${entry.id}` }))
}

export interface ChosenPack {
  /** Those whose questions it holds, the most fitting first. */
  industries: readonly string[]
  pack: readonly PackEntry[]
}

/** The recurring questions that suit these entries best; none when none do. */
export function packFor(entries: readonly Entry[]): ChosenPack {
  const packs = new Map(industries.map((industry) => [industry, openPack(industry)]))
  const chosen = chooseIndustries(entries, packs)
  return { industries: chosen, pack: chosen.flatMap((industry) => packs.get(industry) ?? []) }
}

/**
 * The pack of a brand that names no industry. Choosing takes a while, so it is done again only when a question
 * changes: phrasings that are learned day by day change nothing of it.
 */
export function createPackChooser(): (entries: readonly Entry[]) => readonly PackEntry[] {
  let last: { asked: string; pack: readonly PackEntry[] } | null = null
  return (entries) => {
    const asked = JSON.stringify(entries.map(({ question }) => question))
    if (last?.asked !== asked) last = { asked, pack: packFor(entries).pack }
    return last.pack
  }
}
