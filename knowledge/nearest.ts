// Of all that a post is compared with: what comes nearest, entry by entry.
import type { Likeness } from './likeness.ts'
import { mean } from './mean.ts'
import type { Phrasing, PhrasingRole } from './phrasings.ts'

const nearest = 3

/** The best of each owner's likenesses, of whom there are `size`. */
export function bestByOwner(size: number, owners: readonly number[], likes: Float32Array): number[] {
  const best = new Array<number>(size).fill(0)
  for (const [at, owner] of owners.entries()) best[owner] = Math.max(best[owner] ?? 0, likes[at] ?? 0)
  return best
}

/** The best of an entry's phrasings; its variants count as its question unless `strict`. */
export function byEntry(
  { entries, phrasings }: Likeness,
  space: Float32Array,
  role: PhrasingRole,
  strict = false,
): number[] {
  const best = new Array<number>(entries.length).fill(0)
  for (const [place, phrasing] of phrasings.entries()) {
    const counts = phrasing.role === role || (!strict && role === 'question' && phrasing.role === 'variant')
    if (counts) best[phrasing.owner] = Math.max(best[phrasing.owner] ?? 0, space[place] ?? 0)
  }
  return best
}

/** The best of all that is an entry's own: its question, its variants, and the question with its answer. */
export function nearestOf({ entries, phrasings }: Likeness, space: Float32Array): number[] {
  const best = new Array<number>(entries.length).fill(0)
  for (const [place, { role, owner }] of phrasings.entries())
    if (role !== 'pack') best[owner] = Math.max(best[owner] ?? 0, space[place] ?? 0)
  return best
}

/** By owner, of whom there are `size`. */
export function meanOfNearest(
  phrasings: readonly Phrasing[],
  space: Float32Array,
  size: number,
  roles: readonly PhrasingRole[],
): number[] {
  const found = Array.from({ length: size }, (): number[] => [])
  for (const [place, { role, owner }] of phrasings.entries())
    if (roles.includes(role)) keepNearest(found[owner] as number[], space[place] ?? 0)
  return found.map(mean)
}

function keepNearest(kept: number[], value: number): void {
  if (kept.length === nearest && value <= (kept[nearest - 1] as number)) return
  kept.push(value)
  kept.sort((a, b) => b - a).splice(nearest)
}
