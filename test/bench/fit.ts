// npm run fit: learns the weights that ship, and prints what they reach on each brand when it is left out.
import { writeFileSync } from 'node:fs'
import { type Counted, confusion, coverageAt, f1, macroF1 } from '../../knowledge/evaluate.ts'
import { predictHashed } from '../../knowledge/hashed.ts'
import { verdicts } from '../../knowledge/judgement.ts'
import { predict } from '../../knowledge/logistic.ts'
import { findPersonalData } from '../../knowledge/personal-data.ts'
import { crisisFeatures } from '../../knowledge/screen.ts'
import { brands, labelledBrand } from './labelled.ts'
import {
  decisionRow,
  learnAnswers,
  learnDecision,
  learnMatch,
  learnScreens,
  pack,
  precisionSteps,
  sharesOf,
  surelySupported,
  verdictRow,
} from './learn.ts'
import { type BrandRows, rowsOf } from './rows.ts'

const target = new URL('../../knowledge/weights/learned.ts', import.meta.url)
const percent = (share: number) => (100 * share).toFixed(1).padStart(6)

const sets = await Promise.all(
  brands.map(async (brand) => {
    const set = labelledBrand(brand)
    return {
      set,
      packed: await rowsOf(set, { withPack: true }),
      plain: await rowsOf(set, { withPack: false }),
    }
  }),
)

interface LeftOut {
  decided: Counted[]
  supported: Counted[]
  truth: number[]
  said: number[]
  privates: Counted[]
  crises: Counted[]
}

const all: LeftOut = { decided: [], supported: [], truth: [], said: [], privates: [], crises: [] }

console.log('Each brand left out of the fit. Lexical: no text model.\n')
console.log(
  'brand      acc@1 fr    en | with pack fr    en | in first 3 | verdict macro-F1 | kind  private F1',
)
for (const { set, packed, plain } of sets) {
  const others = sets.filter((other) => other.set !== set)
  const weights = learnMatch(others.flatMap((other) => other.packed.matches))
  const decision = learnDecision(
    others.flatMap((other) => [...other.packed.matches, ...other.plain.matches]),
    weights,
  )
  const answers = learnAnswers(others.flatMap((other) => other.packed.replies))
  const screens = learnScreens(others.map((other) => other.packed.screens))

  const bare = accuracy(plain, weights, 1)
  const lent = accuracy(packed, weights, 1)
  for (const row of packed.matches) {
    const { features, right } = decisionRow(row, weights)
    all.decided.push({ right, confidence: predict(decision, features)[1] ?? 0 })
  }
  const truth = packed.replies.map(({ verdict }) => verdict)
  const shares = packed.replies.map((row) => predict(answers.verdict, verdictRow(row, answers)))
  const said = shares.map((share) => share.indexOf(Math.max(...share)))
  all.truth.push(...truth)
  all.said.push(...said)
  for (const [at, share] of shares.entries())
    if (said[at] === 0)
      all.supported.push({ right: truth[at] !== 2 && truth[at] !== 4, confidence: share[0] ?? 0 })

  const kinds = packed.screens
    .map((row) => predictHashed(screens.kind, row.features))
    .map((share) => share.indexOf(Math.max(...share)))
  const secret = packed.screens.map((row) => ({
    right: row.private,
    confidence: predictHashed(screens.private, row.features)[1] ?? 0,
  }))
  const crisis = packed.screens.map((row) => ({
    right: row.crisis,
    confidence:
      predict(screens.crisisStack, crisisFeatures(screens.crisis, row.features, row.reasons))[1] ?? 0,
  }))
  all.privates.push(...secret)
  all.crises.push(...crisis)
  const kindRight = packed.screens.filter((row, at) => row.kind === kinds[at]).length / packed.screens.length
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
    macroF1(truth, said, [0, 1, 2, 3, 4]).toFixed(3),
    '       ',
    percent(kindRight),
    bestF1(secret).f1.toFixed(2),
  )
}

const privateAbove = bestF1(all.privates).above
const crisisAbove = recallAbove(all.crises, 0.7)
const sureAbove = surelySupported(all.supported)
const supportedRight = all.supported.filter(({ right }) => right).length

console.log(
  `\nmean verdict macro-F1 ${macroF1(all.truth, all.said, [0, 1, 2, 3, 4]).toFixed(3)}; by class ${verdicts.map((name, at) => `${name} ${f1(all.truth, all.said, at).toFixed(2)}`).join(', ')}`,
)
console.table(
  Object.fromEntries(
    confusion(all.truth, all.said, [0, 1, 2, 3, 4]).map((row, at) => [
      verdicts[at],
      Object.fromEntries(row.map((count, column) => [verdicts[column], count])),
    ]),
  ),
)
const wrong = all.truth
  .map((label, at) => ({ label, said: all.said[at] }))
  .filter(({ label }) => label === 2 || label === 4)
console.log(
  `contradicted and risky replies not called supported: ${percent(wrong.filter(({ said }) => said !== 0).length / wrong.length)} %`,
)
console.log(
  `of those called supported, contradicted or risky: ${percent(1 - supportedRight / all.supported.length)} %; sure above ${sureAbove.toFixed(3)}`,
)
console.log(`coverage at 95 % precision: ${percent(coverageAt(0.95, all.decided))} % of posts`)
console.log(
  `private F1 ${bestF1(all.privates).f1.toFixed(2)}; crisis recall ${percent(recallOf(all.crises, crisisAbove))} % at precision ${percent(precisionOf(all.crises, crisisAbove))} %; personal data F1 ${personalDataF1().toFixed(3)}`,
)

const matches = sets.flatMap(({ packed, plain }) => [...packed.matches, ...plain.matches])
const match = learnMatch(sets.flatMap(({ packed }) => packed.matches))
const lexical = {
  match,
  decision: learnDecision(matches, match),
  precision: precisionSteps(all.decided),
  ...learnAnswers(sets.flatMap(({ packed }) => packed.replies)),
  sureAbove,
}
const screens = pack(learnScreens(sets.map(({ packed }) => packed.screens)), privateAbove, crisisAbove)
writeFileSync(
  target,
  `// Written by \`npm run fit\`: do not edit.
import type { JudgementWeights, ScreenWeights } from './weights.ts'

export const lexical: JudgementWeights = ${JSON.stringify(lexical, rounded)}

export const screens: ScreenWeights = ${JSON.stringify(screens, rounded)}
`,
)

function rounded(_: string, value: unknown): unknown {
  return typeof value === 'number' ? Number(value.toPrecision(6)) : value
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

function bestF1(cases: readonly Counted[]): { f1: number; above: number } {
  const thresholds = Array.from({ length: 45 }, (_, at) => 0.04 + at * 0.02)
  return thresholds
    .map((above) => ({
      above,
      f1: f1(
        cases.map(({ right }) => right),
        cases.map(({ confidence }) => confidence >= above),
        true,
      ),
    }))
    .reduce((best, one) => (one.f1 > best.f1 ? one : best))
}

function recallAbove(cases: readonly Counted[], recall: number): number {
  const positives = cases
    .filter(({ right }) => right)
    .map(({ confidence }) => confidence)
    .toSorted((a, b) => b - a)
  return positives[Math.ceil(recall * positives.length) - 1] ?? 0.5
}

function recallOf(cases: readonly Counted[], above: number): number {
  const positives = cases.filter(({ right }) => right)
  return positives.filter(({ confidence }) => confidence >= above).length / positives.length
}

function precisionOf(cases: readonly Counted[], above: number): number {
  const said = cases.filter(({ confidence }) => confidence >= above)
  return said.filter(({ right }) => right).length / said.length
}

/** Nothing is learned for these: the same figure in or out. */
function personalDataF1(): number {
  const counts = sets
    .flatMap(({ set }) => set.questions)
    .map(({ text, pii = [] }) => {
      const found = new Set<string>(findPersonalData(text).map(({ kind }) => kind))
      const shared = pii.filter((kind) => found.has(kind)).length
      return { hit: shared, both: found.size + pii.length }
    })
  const sum = (key: 'hit' | 'both') => counts.reduce((total, one) => total + one[key], 0)
  return (2 * sum('hit')) / sum('both')
}
