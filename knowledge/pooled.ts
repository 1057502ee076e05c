// Two readings of the same thing as one: the learned judge's and the words'.

/**
 * A product of experts (Hinton 2002) over log-odds. A layer learned over both was worse on brands left out: few brands
 * are unseen by the judge.
 * @param share how much the second counts, 0 for not at all. @param caution taken from the first class, in log-odds.
 * @returns chances that sum to 1.
 */
export function pooled(
  judge: readonly number[],
  words: readonly number[],
  share: number,
  caution = 0,
): number[] {
  const scores = judge.map(
    (chance, at) => logit(chance) + share * logit(words[at] ?? 0) - (at === 0 ? caution : 0),
  )
  const top = Math.max(...scores)
  const powers = scores.map((score) => Math.exp(score - top))
  const total = powers.reduce((a, b) => a + b, 0)
  return powers.map((power) => power / total)
}

const logit = (chance: number) => Math.log((chance + 1e-3) / (1 - chance + 1e-3))
