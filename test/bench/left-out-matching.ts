// Each brand left out of the weights of matching in turn: what they reach where entries hold few phrasings and where they hold many.
import { type Counted, coverageAt, precisionSteps } from '../../knowledge/evaluate.ts'
import type { TextModels } from '../../knowledge/judgement.ts'
import type { Phrased } from '../../knowledge/likeness.ts'
import type { MatchCase, MatchWeights } from '../../knowledge/weights/weights.ts'
import { phrasedSets } from './labelled.ts'
import { decide, learnDecision, learnMatch, sharesOf } from './learn.ts'
import type { FitSet } from './left-out.ts'
import { type MatchRow, matchRows } from './rows.ts'

/** Rows of entries without an answer and with many phrasings. */
export async function phrasedRows(models?: TextModels): Promise<MatchRow[]> {
  const rows: MatchRow[] = []
  for (const set of phrasedSets())
    rows.push(...(await matchRows({ ...set, pack: [], ...(models && { models }) })))
  return rows
}

/**
 * How many of the posts may be read closely: fewer than half, so that the post in the middle waits for one pass alone, also
 * where a brand's posts are likelier than others'. Where entries hold many phrasings more is gained by reading.
 */
const readAtMost: Readonly<Record<Phrased, number>> = { few: 0.38, many: 0.45 }

type Case = Omit<MatchCase, 'precision'>

async function learnCases(
  sets: readonly FitSet[],
  phrased: readonly MatchRow[],
  models?: TextModels,
): Promise<Record<Phrased, Case>> {
  const packed = sets.flatMap((one) => one.packed)
  const varied = sets.flatMap((one) => one.varied)
  return {
    few: await learnCase('few', packed, [...packed, ...sets.flatMap(({ plain }) => plain)], models),
    many: await learnCase('many', [...varied, ...phrased], [...varied, ...packed], models),
  }
}

/** @param decided what the decision is learned on: posts of which some have no entry. */
async function learnCase(
  kind: Phrased,
  asked: readonly MatchRow[],
  decided: readonly MatchRow[],
  models?: TextModels,
): Promise<Case> {
  const likeness = learnMatch(asked)
  return { likeness, ...(await learnDecision(decided, likeness, readAtMost[kind], models?.verifier)) }
}

/** Prints a line a brand, and returns the weights learned on all with the precision reached on each left out. */
export async function fitMatching(
  sets: readonly FitSet[],
  phrased: readonly MatchRow[],
  models?: TextModels,
): Promise<MatchWeights> {
  console.log('acc@1      plain fr    en |  with pack fr    en |  in first 3 |  with variants')
  const counted: Record<Phrased, Counted[]> = { few: [], many: [] }
  for (const one of sets) {
    const others = sets.filter((other) => other !== one)
    const learned = await learnCases(others, phrased, models)
    const { set, plain, packed, varied } = one
    counted.few.push(...(await decide(packed, learned.few, models?.verifier)))
    counted.many.push(...(await decide(varied, learned.many, models?.verifier)))
    const [bare, lent] = [accuracy(plain, learned.few, 1), accuracy(packed, learned.few, 1)]
    const figures = [bare.fr, bare.en, lent.fr, lent.en, accuracy(packed, learned.few, 3).all]
    const own = varied.length > 0 ? percent(accuracy(varied, learned.many, 1).all) : '     –'
    console.log(set.brand.padEnd(9), [...figures.map(percent), own].join('     '))
  }
  for (const kind of ['few', 'many'] as const)
    console.log(
      `${kind} phrasings: coverage at 95 % precision ${percent(coverageAt(0.95, counted[kind]))} % of posts, at 90 % ${percent(coverageAt(0.9, counted[kind]))} %`,
    )
  const learned = await learnCases(sets, phrased, models)
  return {
    few: { ...learned.few, precision: precisionSteps(counted.few) },
    many: { ...learned.many, precision: precisionSteps(counted.many) },
  }
}

const percent = (share: number) => (100 * share).toFixed(1).padStart(6)

function accuracy(matches: readonly MatchRow[], { likeness }: Case, within: number) {
  const found = matches.flatMap(({ entry, lang, features }) => {
    if (entry === null) return []
    const shares = sharesOf(features, likeness)
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
