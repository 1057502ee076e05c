// Key points as the encoder meets them: who asks for one detail is nearer to it than to the whole answer.
import type { Entry } from './entry.ts'
import type { Encoder, Rows } from './judgement.ts'
import { joinRows, rowOf } from './rows.ts'

/** A unit vector each of an entry's question with one key point. */
export interface Points extends Rows {
  /** The place of each one's entry. */
  owners: readonly number[]
}

const languages = ['fr', 'en'] as const

/** An entry without key points has its question for its only one. */
export async function pointsOf(entries: readonly Entry[], encoder: Encoder): Promise<Points> {
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
  return {
    ...joinRows(vectors.map(({ meaning }) => rowOf(meaning))),
    owners: texts.map(({ owner }) => owner),
  }
}
