// Which of the industry's recurring questions lend their phrasings to which entry, for the admin to see.
import type { Localized, PackEntry } from './entry.ts'
import type { Likeness } from './likeness.ts'

export interface PackLink {
  entryId: string
  packId: string
  question: Localized
  /** How much of the pack question's phrasings goes to this entry, 0..1. */
  share: number
}

/** Below this share a phrasing is spread over several entries and belongs to none. */
const leastShare = 0.5

export function linksOf({ entries, lent }: Likeness, pack: readonly PackEntry[]): PackLink[] {
  return pack.flatMap(({ id, question }, topic) => {
    const shares = lent[topic] ?? []
    const share = Math.max(0, ...shares)
    const entry = entries[shares.indexOf(share)]
    return entry && share >= leastShare ? [{ entryId: entry.id, packId: id, question, share }] : []
  })
}
