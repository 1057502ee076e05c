// What posts are held against: a brand's entries and its pack's questions, as the matching reads them.
import type { Entry } from './entry.ts'
import type { Phrasing } from './phrasings.ts'
import type { EntryPieces } from './pieces.ts'
import type { Point } from './points.ts'
import type { SearchIndex } from './search.ts'

/** How many ways of asking the entries hold: what counts in one case says little in the other. */
export type Phrased = 'few' | 'many'

export interface Likeness {
  entries: readonly Entry[]
  phrased: Phrased
  phrasings: readonly Phrasing[]
  index: SearchIndex
  /** One unit vector a phrasing; empty without an encoder. */
  vectors: readonly Float32Array[]
  /** Empty without an encoder. */
  points: readonly Point[]
  /** One an entry; empty without an encoder. */
  pieces: readonly EntryPieces[]
  /** P(entry | pack question), learned from how like they are. */
  lent: readonly (readonly number[])[]
}
