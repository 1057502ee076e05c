// Which industry's pack suits a FAQ: the one whose questions its entries are most like.
import type { Entry, PackEntry } from './entry.ts'
import { buildIndex } from './search.ts'

/** Below this mean likeness, 0..1, no pack suits. */
const leastLikeness = 0.12

/** @returns the name of the pack that suits, or null. */
export function chooseIndustry(
  entries: readonly Entry[],
  packs: ReadonlyMap<string, readonly PackEntry[]>,
): string | null {
  const asked = entries.flatMap(({ question }) =>
    [question.fr, question.en].filter((text) => text !== undefined),
  )
  if (asked.length === 0) return null
  const likeness = [...packs].map(([name, pack]) => {
    const index = buildIndex(
      pack.flatMap(({ question }) => [question.fr, question.en].filter((text) => text !== undefined)),
    )
    const best = asked.map((text) => Math.max(0, ...index.words(text)))
    return { name, like: best.reduce((sum, one) => sum + one, 0) / asked.length }
  })
  const [first] = likeness.toSorted((a, b) => b.like - a.like)
  return first && first.like >= leastLikeness ? first.name : null
}
