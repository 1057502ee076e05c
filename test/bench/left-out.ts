// Each brand left out of the fit in turn: what matching and assessing reach on a brand they have not seen.
import { type Counted, confusion, f1, macroF1 } from '../../knowledge/evaluate.ts'
import type { TextModels } from '../../knowledge/judgement.ts'
import { verdicts } from '../../knowledge/judgement.ts'
import { predict } from '../../knowledge/logistic.ts'
import type { Sureness } from '../../knowledge/weights/weights.ts'
import type { LabelledBrand } from './labelled.ts'
import { learnAnswers, surelyAbove, verdictRow } from './learn.ts'
import { type MatchRow, matchRows, type ReplyRow, replyRows, type ScreenRow, screenRows } from './rows.ts'

/** A brand's rows. */
export interface FitSet {
  set: LabelledBrand
  /** Its posts against entries with one phrasing alone. */
  plain: readonly MatchRow[]
  /** The same with the industry's pack lent. */
  packed: readonly MatchRow[]
  /** With the pack and the entries' own variants; empty where there are none. */
  varied: readonly MatchRow[]
  replies: readonly ReplyRow[]
  screens: readonly ScreenRow[]
}

export async function setsOf(brands: readonly LabelledBrand[], models?: TextModels): Promise<FitSet[]> {
  const sets: FitSet[] = []
  for (const set of brands) {
    const { entries, bare, pack, questions } = set
    const rows = (some: typeof entries, lent: typeof pack) =>
      matchRows({ entries: some, questions, pack: lent, ...(models && { models }) })
    sets.push({
      set,
      plain: await rows(bare, []),
      packed: await rows(bare, pack),
      varied: entries.some(hasVariants) ? await rows(entries, pack) : [],
      replies: replyRows(set),
      screens: screenRows(set),
    })
  }
  return sets
}

const hasVariants = ({ variants }: LabelledBrand['entries'][number]) => (variants?.fr?.length ?? 0) > 0

/** Verdicts of replies of brands left out. */
export interface Verdicts {
  /** Those called supported: right unless contradicted or risky. */
  supported: Counted[]
  /** Those called anything else: right when they are that. */
  others: Counted[]
  truth: number[]
  said: number[]
}

const percent = (share: number) => (100 * share).toFixed(1).padStart(6)
const classes = verdicts.map((_, at) => at)

/** Each brand's replies judged by words that were learned on the others; prints a line a brand. */
export function leaveAnswersOut(sets: readonly FitSet[]): Verdicts {
  const all: Verdicts = { supported: [], others: [], truth: [], said: [] }
  console.log('brand      verdict macro-F1')
  for (const one of sets) {
    const { set, replies } = one
    const answers = learnAnswers(sets.filter((other) => other !== one).flatMap((other) => other.replies))
    const truth = replies.map(({ verdict }) => verdict)
    const shares = replies.map((row) => predict(answers.verdict, verdictRow(row, answers)))
    const said = shares.map((share) => share.indexOf(Math.max(...share)))
    addVerdicts(all, truth, shares)
    console.log(set.brand.padEnd(9), macroF1(truth, said, classes).toFixed(3).padStart(10))
  }
  return all
}

export function addVerdicts(
  all: Verdicts,
  truth: readonly number[],
  shares: readonly (readonly number[])[],
): void {
  for (const [at, share] of shares.entries()) {
    const label = truth[at] ?? 0
    const said = share.indexOf(Math.max(...share))
    all.truth.push(label)
    all.said.push(said)
    const confidence = share[said] ?? 0
    if (said === 0) all.supported.push({ right: label !== 2 && label !== 4, confidence })
    else all.others.push({ right: label === said, confidence })
  }
}

/** Prints what all brands together reach, and returns from which confidence a verdict is sure. */
export function reportAnswers({ supported, others, truth, said }: Verdicts): Sureness {
  const sureAbove = surelyAbove(supported, 0.01, 100)
  const sureElseAbove = surelyAbove(others, 0.05, 50)
  const sure = supported.filter(({ confidence }) => confidence >= sureAbove)
  const wrong = truth
    .map((label, at) => ({ label, said: said[at] }))
    .filter(({ label }) => label === 2 || label === 4)
  console.log(
    `\nverdict macro-F1 ${macroF1(truth, said, classes).toFixed(3)}; by class ${verdicts.map((name, at) => `${name} ${f1(truth, said, at).toFixed(2)}`).join(', ')}`,
  )
  console.table(
    Object.fromEntries(
      confusion(truth, said, classes).map((row, at) => [
        verdicts[at],
        Object.fromEntries(row.map((count, column) => [verdicts[column], count])),
      ]),
    ),
  )
  console.log(
    `contradicted and risky replies not called supported: ${percent(wrong.filter(({ said }) => said !== 0).length / wrong.length)} %`,
  )
  console.log(
    `called supported ${supported.length}, of them contradicted or risky ${percent(supported.filter(({ right }) => !right).length / supported.length)} %; sure above ${sureAbove.toFixed(3)}: ${sure.length} replies, ${sure.filter(({ right }) => !right).length} wrong`,
  )
  const sureOthers = others.filter(({ confidence }) => confidence >= sureElseAbove)
  console.log(
    `called anything else ${others.length}; sure above ${sureElseAbove.toFixed(3)}: ${sureOthers.length}, ${sureOthers.filter(({ right }) => !right).length} wrong; at a confidence of 0.9 or more ${percent(rightAbove(others, 0.9))} % right`,
  )
  return { sureAbove, sureElseAbove }
}

function rightAbove(cases: readonly Counted[], least: number): number {
  const some = cases.filter(({ confidence }) => confidence >= least)
  return some.filter(({ right }) => right).length / (some.length || 1)
}
