// What a post is, heard by the encoder: learned on top of it and measured on brands left out.
import type { Encoder } from '../../knowledge/judgement.ts'
import { learnLogistic, predict } from '../../knowledge/logistic.ts'
import { postFeatures } from '../../knowledge/screen.ts'
import type { PostWeights } from '../../knowledge/weights/weights.ts'
import type { LabelledBrand } from './labelled.ts'
import type { Screened } from './left-out-screens.ts'
import { type ScreenRow, screenRows } from './rows.ts'

interface PostRow {
  screen: ScreenRow
  features: readonly number[]
}

/**
 * The encoder never saw these labels, so every brand can be left out in turn.
 * @param beside further brands to learn from.
 */
export async function leavePostsOut(
  sets: readonly LabelledBrand[],
  beside: readonly LabelledBrand[],
  encoder: Encoder,
): Promise<{ screened: Screened[]; rows: PostRow[] }> {
  const bySet: PostRow[][] = []
  for (const set of sets) bySet.push(await rowsOfSet(set, encoder))
  const further: PostRow[] = []
  for (const set of beside) further.push(...(await rowsOfSet(set, encoder)))
  const screened = bySet.flatMap((own) => {
    const learned = learnPostWeights([...bySet.filter((rows) => rows !== own).flat(), ...further])
    return own.map(({ screen, features }): Screened => {
      const kinds = predict(learned.kind, features)
      return {
        kindRight: kinds.indexOf(Math.max(...kinds)) === screen.kind,
        private: { right: screen.private, confidence: predict(learned.private, features)[1] ?? 0 },
        crisis: { right: screen.crisis, confidence: predict(learned.crisis, features)[1] ?? 0 },
      }
    })
  })
  return { screened, rows: [...bySet.flat(), ...further] }
}

async function rowsOfSet(set: LabelledBrand, encoder: Encoder): Promise<PostRow[]> {
  const vectors = await encoder.embed(set.questions.map(({ text }) => ({ text, role: 'query' as const })))
  return screenRows(set).flatMap((screen, at) => {
    const heard = vectors[at]
    return heard ? [{ screen, features: postFeatures(heard, screen.reasons) }] : []
  })
}

/** Ridges of private and crisis: of four tried (0.003 to 0.09), what did best for both with each of the ten brands left out. */
export function learnPostWeights(rows: readonly PostRow[]): Pick<PostWeights, 'kind' | 'private' | 'crisis'> {
  const features = rows.map((row) => row.features)
  const learn = (labels: readonly number[], classes: number, ridge: number) =>
    learnLogistic(features, labels, { classes, rounds: 120, ridge })
  return {
    kind: learn(
      rows.map(({ screen }) => screen.kind),
      5,
      0.06,
    ),
    private: learn(
      rows.map(({ screen }) => Number(screen.private)),
      2,
      0.01,
    ),
    crisis: learn(
      rows.map(({ screen }) => Number(screen.crisis)),
      2,
      0.01,
    ),
  }
}
