// What posts are held against: a brand's entries and its pack's questions, as the matching reads them.
import type { Entry } from './entry.ts'
import type { EntryPieces } from './entry-pieces.ts'
import type { Rows } from './judgement.ts'
import type { Phrasing } from './phrasings.ts'
import type { Texts } from './pieces.ts'
import type { Points } from './points.ts'
import type { SearchIndex } from './search.ts'

/** How many ways of asking the entries hold: what counts in one case says little in the other. */
export type Phrased = 'few' | 'many'

export interface Likeness {
  entries: readonly Entry[]
  phrased: Phrased
  phrasings: readonly Phrasing[]
  index: SearchIndex
  /** A unit vector a phrasing; empty without an encoder. */
  meanings: Rows
  /** Empty without an encoder. */
  points: Points
  /** One an entry; empty without an encoder. */
  pieces: readonly EntryPieces[]
  /** One a pack question; empty without an encoder. */
  packPieces: readonly Texts[]
  /** P(entry | pack question), learned from how like they are. */
  lent: readonly (readonly number[])[]
}
