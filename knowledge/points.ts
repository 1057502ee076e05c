// Key points as the encoder meets them: who asks for one detail is nearer to it than to the whole answer.
import type { Entry } from './entry.ts'
import type { Encoder } from './judgement.ts'

export interface Point {
  /** The entry's place. */
  owner: number
  /** A unit vector of the entry's question with one key point. */
  vector: Float32Array
}

const languages = ['fr', 'en'] as const

/** An entry without key points has its question for its only one. */
export async function pointsOf(entries: readonly Entry[], encoder: Encoder): Promise<Point[]> {
  const texts = entries.flatMap(({ question, keyPoints }, owner) =>
    languages.flatMap((lang) => {
      const asked = question[lang]
      if (asked === undefined) return []
      const points = keyPoints.flatMap((point) => point[lang] ?? [])
      return points.length === 0
        ? [{ owner, text: asked }]
        : points.map((point) => ({ owner, text: `${asked} ${point}` }))
    }),
  )
  const vectors = await encoder.embed(texts.map(({ text }) => ({ text, role: 'passage' as const })))
  return texts.flatMap(({ owner }, at) => {
    const vector = vectors[at]?.meaning
    return vector ? [{ owner, vector }] : []
  })
}
