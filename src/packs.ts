// Reads an industry's pack of recurring questions, which lends its phrasings to the brand's entries.
import { readFileSync } from 'node:fs'
import { type PackEntry, parsePack } from '../knowledge/index.ts'

/** @returns the pack's entries; none without an industry. Throws where the shipped file is missing or broken. */
export function openPack(industry: string | null): readonly PackEntry[] {
  if (industry === null) return []
  return parsePack(
    readFileSync(new URL(`../knowledge/packs/${industry}/entries.jsonl`, import.meta.url), 'utf8'),
  )
}
