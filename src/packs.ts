// Reads the industries' packs of recurring questions, which lend their phrasings to a brand's entries.
import { readdirSync, readFileSync } from 'node:fs'
import { chooseIndustry, type Entry, type PackEntry, parsePack } from '../knowledge/index.ts'

const folder = new URL('../knowledge/packs/', import.meta.url)

export const industries: readonly string[] = readdirSync(folder)

/** @returns the pack's entries; none without an industry. Throws where the shipped file is missing or broken. */
export function openPack(industry: string | null): readonly PackEntry[] {
  return industry === null
    ? []
    : parsePack(readFileSync(new URL(`${industry}/entries.jsonl`, folder), 'utf8'))
}

/** The pack that suits these entries best; none when none does. */
export function packFor(entries: readonly Entry[]): { industry: string | null; pack: readonly PackEntry[] } {
  const packs = new Map(industries.map((industry) => [industry, openPack(industry)]))
  const industry = chooseIndustry(entries, packs)
  return { industry, pack: industry === null ? [] : (packs.get(industry) ?? []) }
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
