// Each brand left out of the fit in turn: what matching and assessing reach on a brand they have not seen.
import { type Counted, confusion, coverageAt, f1, macroF1 } from '../../knowledge/evaluate.ts'
import type { Encoder } from '../../knowledge/judgement.ts'
import { verdicts } from '../../knowledge/judgement.ts'
import { predict } from '../../knowledge/logistic.ts'
import type { Sureness } from '../../knowledge/weights/weights.ts'
import { type Brand, type LabelledBrand, labelledBrand } from './labelled.ts'
import {
  decisionRow,
  learnAnswers,
  learnDecision,
  learnMatch,
  sharesOf,
  surelyAbove,
  verdictRow,
} from './learn.ts'
import { type BrandRows, rowsOf } from './rows.ts'

export interface FitSet {
  set: LabelledBrand
  /** With the industry's pack lent, and with one phrasing an entry alone. */
  packed: BrandRows
  plain: BrandRows
}

export async function setsOf(names: readonly Brand[], encoder?: Encoder): Promise<FitSet[]> {
  const sets: FitSet[] = []
  for (const name of names) {
    const set = labelledBrand(name)
    const options = encoder ? { encoder } : {}
    sets.push({
      set,
      packed: await rowsOf(set, { ...options, withPack: true }),
      plain: await rowsOf(set, { ...options, withPack: false }),
    })
  }
  return sets
}

/** Verdicts of replies of brands left out. */
export interface Verdicts {
  /** Those called supported: right unless contradicted or risky. */
  supported: Counted[]
  /** Those called anything else: right when they are that. */
  others: Counted[]
  truth: number[]
  said: number[]
}

export interface LeftOut extends Verdicts {
  decided: Counted[]
}

const percent = (share: number) => (100 * share).toFixed(1).padStart(6)
const classes = verdicts.map((_, at) => at)

/** Prints a line a brand. */
export function leaveEachOut(sets: readonly FitSet[]): LeftOut {
  const all: LeftOut = { decided: [], supported: [], others: [], truth: [], said: [] }
  console.log('brand      acc@1 fr    en | with pack fr    en | in first 3 | verdict macro-F1')
  for (const { set, packed, plain } of sets) {
    const others = sets.filter((other) => other.set !== set)
    const weights = learnMatch(others.flatMap((other) => other.packed.matches))
    const decision = learnDecision(
      others.flatMap((other) => [...other.packed.matches, ...other.plain.matches]),
      weights,
    )
    const answers = learnAnswers(others.flatMap((other) => other.packed.replies))
    const bare = accuracy(plain, weights, 1)
    const lent = accuracy(packed, weights, 1)
    for (const row of packed.matches) {
      const { features, right } = decisionRow(row, weights)
      all.decided.push({ right, confidence: predict(decision, features)[1] ?? 0 })
    }
    const truth = packed.replies.map(({ verdict }) => verdict)
    const shares = packed.replies.map((row) => predict(answers.verdict, verdictRow(row, answers)))
    const said = shares.map((share) => share.indexOf(Math.max(...share)))
    addVerdicts(all, truth, shares)
    console.log(
      set.brand.padEnd(9),
      percent(bare.fr),
      percent(bare.en),
      '     ',
      percent(lent.fr),
      percent(lent.en),
      '    ',
      percent(accuracy(packed, weights, 3).all),
      '        ',
      macroF1(truth, said, classes).toFixed(3),
    )
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

export const reportCoverage = ({ decided }: LeftOut): void =>
  console.log(`coverage at 95 % precision: ${percent(coverageAt(0.95, decided))} % of posts\n`)

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

function accuracy({ matches }: BrandRows, weights: readonly number[], within: number) {
  const found = matches.flatMap(({ entry, lang, features }) => {
    if (entry === null) return []
    const shares = sharesOf(features, weights)
    const ranked = [...shares.keys()].toSorted((a, b) => (shares[b] ?? 0) - (shares[a] ?? 0))
    return [{ lang, found: ranked.slice(0, within).includes(entry) }]
  })
  const share = (some: typeof found) => some.filter((one) => one.found).length / (some.length || 1)
  return {
    fr: share(found.filter(({ lang }) => lang === 'fr')),
    en: share(found.filter(({ lang }) => lang === 'en')),
    all: share(found),
  }
}
