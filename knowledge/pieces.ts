// Likeness piece by piece: each piece of a post looks for the piece of a text that is most like it (late interaction, Khattab and Zaharia 2020).
import type { Encoder, Rows } from './judgement.ts'
import { mean } from './mean.ts'
import { countOf, joinRows } from './rows.ts'

/** The pieces of some texts, one text after the other, and how many each has. */
export interface Texts extends Rows {
  lengths: readonly number[]
}

export const textsIn = (texts: readonly Rows[]): Texts => ({
  ...joinRows(texts),
  lengths: texts.map(countOf),
})

export interface Looking {
  /** How near the post is as a whole: only where it is nearest it is looked at piece by piece. */
  nearness: readonly number[]
  /** At so many. */
  finalists: number
  /** Of the texts of each so many count, on the mean. */
  best: number
}

/** How like a post is to the texts of each, -1..1; those that are not looked at are no more like it than the least of the others. */
export async function likenessByPieces(
  all: readonly Texts[],
  post: Rows,
  { nearness, finalists, best }: Looking,
  { products }: Pick<Encoder, 'products'>,
): Promise<number[]> {
  const looked = [...all.keys()]
    .toSorted((a, b) => (nearness[b] ?? 0) - (nearness[a] ?? 0))
    .slice(0, finalists)
  const texts = looked.flatMap((at) => all[at] ?? [])
  const likes = meanOfBest(
    await products(post, joinRows(texts)),
    texts.flatMap(({ lengths }) => lengths),
  )
  let next = 0
  const found = new Map<number, number>()
  for (const [place, { lengths }] of texts.entries()) {
    const own = likes.slice(next, next + lengths.length)
    next += lengths.length
    found.set(looked[place] ?? 0, mean(own.toSorted((a, b) => b - a).slice(0, best)))
  }
  const least = Math.min(...found.values())
  return all.map((_, at) => found.get(at) ?? least)
}

/**
 * What a post's pieces find in each text, on the mean, -1..1.
 * @param products of the post's pieces, a row each, with those of the texts, a column each.
 * @param lengths of the texts, in pieces.
 */
export function meanOfBest(products: Float32Array, lengths: readonly number[]): number[] {
  const columns = lengths.reduce((sum, length) => sum + length, 0)
  let until = 0
  return lengths.map((length) => {
    const from = until
    until += length
    let [sum, rows] = [0, 0]
    for (let row = 0; row < products.length; row += columns) {
      let best = -1
      for (let at = row + from; at < row + until; at += 1) best = Math.max(best, products[at] as number)
      sum += best
      rows += 1
    }
    return rows === 0 ? 0 : sum / rows
  })
}
