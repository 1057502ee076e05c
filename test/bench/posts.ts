// What a post is, read by the model: learned on top of it and measured on brands left out.
import type { AnswerJudge, PostOutput } from '../../knowledge/judgement.ts'
import { learnLogistic, predict } from '../../knowledge/logistic.ts'
import { postFeatures } from '../../knowledge/screen.ts'
import type { PostWeights } from '../../knowledge/weights/weights.ts'
import type { FitSet } from './left-out.ts'
import type { Screened } from './left-out-screens.ts'
import type { ScreenRow } from './rows.ts'

interface PostRow {
  screen: ScreenRow
  features: readonly number[]
}

export async function leavePostsOut(
  sets: readonly FitSet[],
  judge: AnswerJudge,
): Promise<{ screened: Screened[]; rows: PostRow[] }> {
  const bySet = await Promise.all(sets.map((set) => rowsOfSet(set, judge)))
  const screened = bySet.flatMap((own) => {
    const learned = learnPostWeights(bySet.filter((rows) => rows !== own).flat())
    return own.map(({ screen, features }): Screened => {
      const kinds = predict(learned.kind, features)
      return {
        kindRight: kinds.indexOf(Math.max(...kinds)) === screen.kind,
        private: { right: screen.private, confidence: predict(learned.private, features)[1] ?? 0 },
        crisis: { right: screen.crisis, confidence: predict(learned.crisis, features)[1] ?? 0 },
      }
    })
  })
  return { screened, rows: bySet.flat() }
}

async function rowsOfSet({ set, packed }: FitSet, judge: AnswerJudge): Promise<PostRow[]> {
  const read = await judge.readPosts(set.questions.map(({ text }) => text))
  return packed.screens.map((screen, at) => ({
    screen,
    features: postFeatures(read[at] as PostOutput, screen.reasons),
  }))
}

export function learnPostWeights(rows: readonly PostRow[]): Pick<PostWeights, 'kind' | 'private' | 'crisis'> {
  const features = rows.map((row) => row.features)
  const learn = (labels: readonly number[], classes: number) =>
    learnLogistic(features, labels, { classes, rounds: 250, ridge: 5e-3 })
  return {
    kind: learn(
      rows.map(({ screen }) => screen.kind),
      5,
    ),
    private: learn(
      rows.map(({ screen }) => Number(screen.private)),
      2,
    ),
    crisis: learn(
      rows.map(({ screen }) => Number(screen.crisis)),
      2,
    ),
  }
}
