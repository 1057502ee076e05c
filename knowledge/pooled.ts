// Two readings of the same thing as one: the learned judge's and the words'.

export interface Pooling {
  /** How much the second counts, 0 for not at all. */
  share: number
  /** Taken from the first class, in log-odds. */
  caution?: number
  /** Above 1 the chances come nearer to each other; their order stays. */
  temperature?: number
}

/**
 * A product of experts (Hinton 2002) over log-odds. A layer learned over both was worse on brands left out: few brands
 * are unseen by the judge.
 * @returns chances that sum to 1.
 */
export function pooled(
  judge: readonly number[],
  words: readonly number[],
  { share, caution = 0, temperature = 1 }: Pooling,
): number[] {
  const scores = judge.map(
    (chance, at) => (logit(chance) + share * logit(words[at] ?? 0) - (at === 0 ? caution : 0)) / temperature,
  )
  const top = Math.max(...scores)
  const powers = scores.map((score) => Math.exp(score - top))
  const total = powers.reduce((a, b) => a + b, 0)
  return powers.map((power) => power / total)
}

const logit = (chance: number) => Math.log((chance + 1e-3) / (1 - chance + 1e-3))
