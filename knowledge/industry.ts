// Which industries' packs suit a FAQ: the one whose questions its entries are most like, and another that is nearly as like.
import type { Entry, PackEntry } from './entry.ts'
import { buildIndex } from './search.ts'

/** Below this mean likeness, 0..1, no pack suits. */
const leastLikeness = 0.12
/** From this share of the first one's likeness a second suits too: many a brand stands between two industries. */
const nearlyAsLike = 0.75
const mostChosen = 2

/** @returns the names of the packs that suit, the best first; none, one or two. */
export function chooseIndustries(
  entries: readonly Entry[],
  packs: ReadonlyMap<string, readonly PackEntry[]>,
): string[] {
  const asked = entries.flatMap(({ question }) =>
    [question.fr, question.en].filter((text) => text !== undefined),
  )
  if (asked.length === 0) return []
  const likeness = [...packs].map(([name, pack]) => {
    const index = buildIndex(
      pack.flatMap(({ question }) => [question.fr, question.en].filter((text) => text !== undefined)),
    )
    const best = asked.map((text) => Math.max(0, ...index.words(text)))
    return { name, like: best.reduce((sum, one) => sum + one, 0) / asked.length }
  })
  const ranked = likeness.toSorted((a, b) => b.like - a.like)
  const least = Math.max(leastLikeness, nearlyAsLike * (ranked[0]?.like ?? 0))
  return ranked
    .filter(({ like }) => like >= least)
    .slice(0, mostChosen)
    .map(({ name }) => name)
}
