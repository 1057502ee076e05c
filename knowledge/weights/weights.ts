// What was learned: the form of the weights that `npm run fit` writes.
import type { Phrased } from '../likeness.ts'
import type { Logistic } from '../logistic.ts'

/** A hashed classifier as it is kept: weights of one byte each, times `scale`. */
export interface PackedHashed {
  classes: number
  constants: readonly number[]
  scale: number
  /** Signed bytes in base64, class by class. */
  bytes: string
}

/** Which entry a post asks for, where the entries hold few ways of asking and where they hold many. */
export type MatchWeights = Readonly<Record<Phrased, MatchCase>>

export interface MatchCase {
  /** Of each likeness, in the order of its features. */
  likeness: readonly number[]
  /** Is the first candidate right, by its likeness? */
  decision: Logistic
  /** The same once it was read beside the post, where a verifier reads. */
  read?: ReadWeights
  /** Precision reached above a confidence, on brands left out, rising. */
  precision: readonly { confidence: number; precision: number }[]
}

/** What is learned of posts that are read closely. */
export interface ReadWeights {
  /** The confidence by likeness, 0..1, from which a closer look is worth its time. */
  from: number
  decision: Logistic
}

/** From which confidence a verdict may be acted on unread; above 1 where none may. Measured on brands left out. */
export interface Sureness {
  /** Of *supported*: one in a hundred is contradicted or risky at most. */
  sureAbove: number
  /** Of the other verdicts: one in twenty is another at most. */
  sureElseAbove: number
}

/** Whether a reply is right. */
export interface AnswerWeights extends Sureness {
  /** absent, said, contradicted */
  points: Logistic
  needed: Logistic
  /** In the order of `verdicts`. */
  verdict: Logistic
}

/** How the learned judge and the words are put together; few numbers, since few brands are unseen by the judge. */
export interface JudgeWeights extends Sureness {
  /** How much the words count beside the judge: of the verdict, and of each key point. */
  words: number
  wordsOnPoints: number
  /** Taken from *supported*, in log-odds: to call right what is wrong is the worst. */
  caution: number
  /** What the pooled log-odds are divided by, so that a confidence is a share of those that are right (Guo et al. 2017). */
  temperature: number
}

/** What a post is, by what the encoder hears in it; features as `postFeatures` makes them. */
export interface PostWeights {
  kind: Logistic
  private: Logistic
  privateAbove: number
  crisis: Logistic
  crisisAbove: number
}

export interface ScreenWeights {
  kind: PackedHashed
  private: PackedHashed
  privateAbove: number
  crisis: PackedHashed
  /** The hashed crisis with the signals of `crisisReasons`. */
  crisisStack: Logistic
  crisisAbove: number
}
