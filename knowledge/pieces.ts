// Likeness piece by piece: each piece of a post looks for the piece of a text that is most like it (late interaction, Khattab and Zaharia 2020).
import type { Encoder, Rows } from './judgement.ts'
import { countOf } from './rows.ts'

/** Texts by which something is known, each by its pieces. */
export type Texts = readonly Rows[]

/** @param texts by which each is known. */
export async function hearTexts(
  texts: readonly (readonly string[])[],
  encoder: Pick<Encoder, 'hear'>,
): Promise<Texts[]> {
  const heard = await encoder.hear(texts.flat().map((text) => ({ text, role: 'passage' as const })))
  const pieces = heard.map((one) => one.pieces)
  return inParts(
    pieces,
    texts.map((own) => own.length),
  )
}

/** What stands one after the other, cut into parts of these sizes. */
function inParts<T>(all: readonly T[], sizes: readonly number[]): T[][] {
  let next = 0
  return sizes.map((size) => {
    const from = next
    next += size
    return all.slice(from, next)
  })
}

/** How like a post is to each text of what it was held against, -1..1; null where it was not looked at piece by piece. */
export type TextLikes = readonly (readonly number[] | null)[]

/** @param nearness of the post as a whole: only where it is nearest, at `finalists`, it is looked at piece by piece. */
export async function likenessByPieces(
  all: readonly Texts[],
  post: Rows,
  { nearness, finalists }: { nearness: readonly number[]; finalists: number },
  { products }: Pick<Encoder, 'products'>,
): Promise<TextLikes> {
  const looked = [...all.keys()]
    .toSorted((a, b) => (nearness[b] ?? 0) - (nearness[a] ?? 0))
    .slice(0, finalists)
  const held = looked.map((at) => all[at] ?? [])
  const texts = held.flat()
  const likes = meanOfBest(await products(post, texts), texts.map(countOf))
  const parts = inParts(
    likes,
    held.map((own) => own.length),
  )
  const found = new Map(looked.map((at, place) => [at, parts[place] ?? null]))
  return all.map((_, at) => found.get(at) ?? null)
}

/** One number each by its texts; what was not looked at is no more like the post than the least of the others. */
export function eachByTexts(
  likes: TextLikes,
  read: (texts: readonly number[], at: number) => number,
): number[] {
  const found = likes.map((texts, at) => texts && read(texts, at))
  const least = Math.min(...found.filter((one) => one !== null))
  return found.map((one) => one ?? least)
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
