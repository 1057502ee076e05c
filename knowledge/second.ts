// A second reader beside the first: agreement is noted, dissent takes the certainty, facts and risks keep the last word.
import type { Assessment, SecondOpinion, Verdict } from './judgement.ts'

/** Validating one of the first when it is one of the second is the worst that can happen. */
const good: readonly Verdict[] = ['supported', 'incomplete']
const bad: readonly Verdict[] = ['contradicted', 'risky']

/** Worth asking: what may be validated, and what may be corrected in public. What is unrelated or risky is plain. */
export const isWorthAsking = ({ verdict }: Assessment): boolean =>
  good.includes(verdict) || verdict === 'contradicted'

/**
 * The assessment with the second opinion beside it. Agreement changes nothing: it was never calibrated. Dissent makes
 * the verdict unsure; where one calls right what the other calls wrong nobody knows, and a human reads. A conflict of
 * typed facts or a risk found in the words stands whatever the second reader says.
 */
export function withSecond(assessment: Assessment, second: SecondOpinion): Assessment {
  const { verdict, keyPoints, risks } = assessment
  if (second.verdict === verdict) return { ...assessment, second }
  const doubted = { ...assessment, second, sure: false }
  const proved = risks.length > 0 || keyPoints.some(({ conflict }) => conflict !== null)
  const opposed =
    (good.includes(verdict) && bad.includes(second.verdict)) ||
    (bad.includes(verdict) && good.includes(second.verdict) && !proved)
  return opposed ? { ...doubted, verdict: 'unknown' } : doubted
}
