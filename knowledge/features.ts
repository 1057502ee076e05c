// How like a post is to each entry: the features that the learned combination weighs.
import { byLent, meanOfBoth, packColumn, sharpness } from './lend.ts'
import type { Likeness } from './likeness.ts'
import { mean } from './mean.ts'
import { byEntry, meanOfNearest, nearestOf } from './nearest.ts'
import type { Spaces } from './spaces.ts'

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
  'pack piece by piece',
  'piece by piece, best',
  'piece by piece, both languages',
] as const

/** How much the words of a pack's phrasing count beside its meaning. */
const wordsBesideMeaning = 0.2
/**
 * Likenesses by pieces stand as close together as the encoder was trained to put them, whatever the brand: they are not
 * standardised, only brought to the scale of the others.
 */
const pieceScale = 20

/** A row of features an entry; all but the last two standardised over the entries, so that a weight means the same for every brand. */
export function featuresOf(
  likeness: Likeness,
  { words, grams, meaning, points, pieces, packPieces }: Spaces,
): number[][] {
  const spaces = [words, grams]
  const columns = [
    ...(['question', 'answer'] as const).flatMap((role) =>
      spaces.map((space) => byEntry(likeness, space, role)),
    ),
    ...spaces.map((space) => packColumn(likeness, space, sharpness.words)),
    ...(meaning ? meaningColumns(likeness, meaning, meanOfBoth(words, grams)) : []),
    ...(points ? [points] : []),
    ...(packPieces ? [byLent(likeness, packPieces, sharpness.pieces)] : []),
  ].map(standardised)
  const scaled = pieces
    ? [pieces.best, pieces.both].map((column) => column.map((value) => pieceScale * value))
    : []
  return likeness.entries.map((_, entry) => [...columns, ...scaled].map((column) => column[entry] ?? 0))
}

/** For the decision: the best raw likenesses, which standardising hides. */
export function rawBest(likeness: Likeness, { words, grams, meaning, pieces }: Spaces): number[] {
  const best = (space: Float32Array, strict = false) =>
    Math.max(0, ...byEntry(likeness, space, 'question', strict))
  const near = (cosines: Float32Array) => [best(cosines, true), Math.max(0, ...nearestOf(likeness, cosines))]
  const first = pieces ? [Math.max(-1, ...pieces.best)] : []
  return [best(words), best(grams), ...(meaning ? near(meaning) : []), ...first]
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

function standardised(values: readonly number[]): number[] {
  const middle = mean(values)
  const spread = Math.sqrt(mean(values.map((value) => (value - middle) ** 2))) || 1
  return values.map((value) => (value - middle) / spread)
}
