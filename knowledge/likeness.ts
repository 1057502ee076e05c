// How like a post is to each entry: the features that the learned combination weighs.
import type { Entry, PackEntry } from './entry.ts'
import type { Encoder } from './judgement.ts'
import { type Phrasing, type PhrasingRole, phrasingsOf } from './phrasings.ts'
import { type Point, pointsOf } from './points.ts'
import { buildIndex, type SearchIndex } from './search.ts'

/** Names of the features, in the order of the weights. */
export const lexicalFeatures = [
  'question words',
  'question letters',
  'answer words',
  'answer letters',
  'pack words',
  'pack letters',
] as const
export const modelFeatures = [
  'question meaning',
  'variant meaning',
  'nearest meaning',
  'pack meaning',
  'answer meaning',
  'nearest three meaning',
  'key point meaning',
] as const

/** How many ways of asking the entries hold: what counts in one case says little in the other. */
export type Phrased = 'few' | 'many'
/** Variants an entry, both languages together, from which they are many. */
const manyVariants = 2

export interface Likeness {
  entries: readonly Entry[]
  phrased: Phrased
  phrasings: readonly Phrasing[]
  index: SearchIndex
  /** One unit vector a phrasing; empty without an encoder. */
  vectors: readonly Float32Array[]
  /** Empty without an encoder. */
  points: readonly Point[]
  /** P(entry | pack question), learned from how like they are. */
  lent: readonly (readonly number[])[]
}

/** How sharply a likeness turns into a share: cosines of meaning stand closer together than those of words. */
const sharpness = { words: 24, meaning: 50 }
/** How much the words of a pack's phrasing count beside its meaning. */
const wordsBesideMeaning = 0.2
const nearest = 3

export async function buildLikeness(
  entries: readonly Entry[],
  pack: readonly PackEntry[],
  encoder?: Encoder,
): Promise<Likeness> {
  const phrasings = phrasingsOf(entries, pack)
  const index = buildIndex(phrasings.map(({ text }) => text))
  const embedded = encoder
    ? await encoder.embed(
        phrasings.map(({ text, meant = text }) => ({ text: meant, role: 'passage' as const })),
      )
    : []
  const vectors = embedded.map(({ meaning }) => meaning)
  const points = encoder ? await pointsOf(entries, encoder) : []
  const likeness: Likeness = {
    entries,
    phrased:
      phrasings.filter(({ role }) => role === 'variant').length < manyVariants * entries.length
        ? 'few'
        : 'many',
    phrasings,
    index,
    vectors,
    points,
    lent: [],
  }
  return { ...likeness, lent: await lend(likeness, pack, encoder) }
}

/** How like a post is to each phrasing, by its words, its letters and, with an encoder, its meaning; looked up once. */
export interface Spaces {
  text: string
  words: Float32Array
  grams: Float32Array
  meaning: Float32Array | null
  /** How like it is to each entry's nearest key point; null without an encoder. */
  points: readonly number[] | null
}

/** @param vector of the post; null without an encoder. */
export function spacesOf(
  { entries, index, vectors, points }: Likeness,
  text: string,
  vector: Float32Array | null,
): Spaces {
  return {
    text,
    words: index.words(text),
    grams: index.grams(text),
    meaning: vector && cosinesTo(vectors, vector),
    points: vector && nearestPoints(entries.length, points, vector),
  }
}

/** A row of features an entry, standardised over the entries, so that a weight means the same for every brand. */
export function featuresOf(likeness: Likeness, { words, grams, meaning, points }: Spaces): number[][] {
  const spaces = [words, grams]
  const columns = [
    ...(['question', 'answer'] as const).flatMap((role) =>
      spaces.map((space) => byEntry(likeness, space, role)),
    ),
    ...spaces.map((space) => packColumn(likeness, space, sharpness.words)),
    ...(meaning ? meaningColumns(likeness, meaning, sum(words, grams)) : []),
    ...(points ? [points] : []),
  ].map(standardised)
  return likeness.entries.map((_, entry) => columns.map((column) => column[entry] ?? 0))
}

/** For the decision: the best raw likenesses, which standardising hides. */
export function rawBest(likeness: Likeness, { words, grams, meaning }: Spaces): number[] {
  const best = (space: Float32Array, strict = false) =>
    Math.max(0, ...byEntry(likeness, space, 'question', strict))
  const near = (cosines: Float32Array) => [best(cosines, true), Math.max(0, ...nearestOf(likeness, cosines))]
  return [best(words), best(grams), ...(meaning ? near(meaning) : [])]
}

function meaningColumns(likeness: Likeness, cosines: Float32Array, letters: Float32Array): number[][] {
  const both = cosines.map((cosine, at) => cosine + wordsBesideMeaning * (letters[at] ?? 0))
  return [
    byEntry(likeness, cosines, 'question', true),
    byEntry(likeness, cosines, 'question'),
    nearestOf(likeness, cosines),
    packColumn(likeness, both, sharpness.meaning),
    byEntry(likeness, cosines, 'answer'),
    meanOfNearest(likeness.phrasings, cosines, likeness.entries.length, ['question', 'variant']),
  ]
}

function nearestPoints(size: number, points: readonly Point[], vector: Float32Array): number[] {
  const best = new Array<number>(size).fill(0)
  for (const { owner, vector: other } of points) best[owner] = Math.max(best[owner] ?? 0, dot(other, vector))
  return best
}

function cosinesTo(vectors: readonly Float32Array[], vector: Float32Array): Float32Array {
  return Float32Array.from(vectors, (other) => dot(other, vector))
}

/** A plain loop: thousands of phrasings are compared for every post. */
function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0
  for (let at = 0; at < a.length; at += 1) sum += (a[at] as number) * (b[at] as number)
  return sum
}

/** The best of an entry's phrasings; its variants count as its question unless `strict`. */
function byEntry(
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
function nearestOf({ entries, phrasings }: Likeness, space: Float32Array): number[] {
  const best = new Array<number>(entries.length).fill(0)
  for (const [place, { role, owner }] of phrasings.entries())
    if (role !== 'pack') best[owner] = Math.max(best[owner] ?? 0, space[place] ?? 0)
  return best
}

/** log P(entry | post) by way of the pack's questions: which of them the post asks, and which entry answers that. */
function packColumn({ entries, lent, phrasings }: Likeness, space: Float32Array, sharply: number): number[] {
  if (lent.length === 0) return entries.map(() => 0)
  const asked = softmax(meanOfNearest(phrasings, space, lent.length, ['pack']), sharply)
  return entries.map((_, entry) =>
    Math.log(1e-4 + asked.reduce((sum, share, topic) => sum + share * (lent[topic]?.[entry] ?? 0), 0)),
  )
}

/** By owner, of whom there are `size`. */
function meanOfNearest(
  phrasings: readonly Phrasing[],
  space: Float32Array,
  size: number,
  roles: readonly PhrasingRole[],
): number[] {
  const found = Array.from({ length: size }, (): number[] => [])
  for (const [place, { role, owner }] of phrasings.entries())
    if (roles.includes(role)) found[owner]?.push(space[place] ?? 0)
  return found.map((values) => mean(values.toSorted((a, b) => b - a).slice(0, nearest)))
}

/** Which entry each pack question belongs to, as shares: an entry's own question is put to the pack's phrasings. */
async function lend(
  likeness: Likeness,
  pack: readonly PackEntry[],
  encoder: Encoder | undefined,
): Promise<number[][]> {
  const { entries, phrasings, index, vectors } = likeness
  if (pack.length === 0) return []
  const own = phrasings.filter(({ role }) => role === 'question')
  const asked = encoder ? await encoder.embed(own.map(({ text }) => ({ text, role: 'query' as const }))) : []
  const likes = own.map(({ owner, text }, at) => {
    const vector = asked[at]?.meaning
    const space = vector ? cosinesTo(vectors, vector) : sum(index.words(text), index.grams(text))
    return { owner, topics: meanOfNearest(phrasings, space, pack.length, ['pack']) }
  })
  const sharply = encoder ? sharpness.meaning : sharpness.words
  return pack.map(({ id }, topic) =>
    softmax(
      entries.map(({ unlinked = [] }, entry) =>
        unlinked.includes(id)
          ? Number.NEGATIVE_INFINITY
          : Math.max(...likes.filter(({ owner }) => owner === entry).map(({ topics }) => topics[topic] ?? 0)),
      ),
      sharply,
    ),
  )
}

const sum = (a: Float32Array, b: Float32Array) => a.map((value, at) => (value + (b[at] ?? 0)) / 2)

/** What is minus infinity has no share; where all are, nobody has. */
function softmax(values: readonly number[], sharply: number): number[] {
  const top = Math.max(...values)
  if (top === Number.NEGATIVE_INFINITY) return values.map(() => 0)
  const powers = values.map((value) => Math.exp((value - top) * sharply))
  const total = powers.reduce((a, b) => a + b, 0)
  return powers.map((power) => power / total)
}

function standardised(values: readonly number[]): number[] {
  const middle = mean(values)
  const spread = Math.sqrt(mean(values.map((value) => (value - middle) ** 2))) || 1
  return values.map((value) => (value - middle) / spread)
}

const mean = (values: readonly number[]) =>
  values.length === 0 ? 0 : values.reduce((a, b) => a + b, 0) / values.length
