// A post held against a pack's questions piece by piece: a few phrasings of each, since a pack has thousands.
import type { PackEntry } from './entry.ts'
import type { Encoder, Rows } from './judgement.ts'
import { meanOfLargest } from './mean.ts'
import { eachByTexts, hearTexts, likenessByPieces, type Texts } from './pieces.ts'

/** Variants of a question, in each language; with all of them little more is found. */
const variantsRead = 3
/** Questions that are looked at piece by piece, those that come nearest as a whole: with twelve a point is lost. */
const finalists = 24
/** The nearest phrasings of a question that count. */
const nearest = 2

/** The phrasings of each question, both languages together. */
export const packPiecesOf = (pack: readonly PackEntry[], encoder: Encoder): Promise<Texts[]> =>
  hearTexts(
    pack.map(({ question, variants }) =>
      (['fr', 'en'] as const).flatMap((lang) => [
        ...(question[lang] === undefined ? [] : [question[lang]]),
        ...(variants[lang] ?? []).slice(0, variantsRead),
      ]),
    ),
    encoder,
  )

/**
 * How like a post is to each question, -1..1.
 * @param nearness of the whole post to each.
 */
export async function likenessToPack(
  pack: readonly Texts[],
  post: Rows,
  nearness: readonly number[],
  encoder: Pick<Encoder, 'products'>,
): Promise<number[]> {
  const likes = await likenessByPieces(pack, post, { nearness, finalists }, encoder)
  return eachByTexts(likes, (texts) => meanOfLargest(texts, nearest))
}
