// Screens on brands left out of their fit: kind, private, crisis, and the thresholds that ship.
import { type Counted, f1 } from '../../knowledge/evaluate.ts'
import { predictHashed } from '../../knowledge/hashed.ts'
import { predict } from '../../knowledge/logistic.ts'
import { findPersonalData } from '../../knowledge/personal-data.ts'
import { crisisFeatures } from '../../knowledge/screen.ts'
import { learnScreens } from './learn.ts'
import type { FitSet } from './left-out.ts'
import type { ScreenRow } from './rows.ts'

export interface Screened {
  kindRight: boolean
  private: Counted
  crisis: Counted
}

/** What the hashed screens say of each post of brands that they have not seen. */
export function leaveScreensOut(sets: readonly FitSet[]): Screened[] {
  return sets.flatMap(({ set, screens: rows }) => {
    const screens = learnScreens(sets.filter((other) => other.set !== set).map((other) => other.screens))
    return rows.map((row: ScreenRow): Screened => {
      const kinds = predictHashed(screens.kind, row.features)
      const crisis = crisisFeatures(screens.crisis, row.features, row.reasons)
      return {
        kindRight: kinds.indexOf(Math.max(...kinds)) === row.kind,
        private: { right: row.private, confidence: predictHashed(screens.private, row.features)[1] ?? 0 },
        crisis: { right: row.crisis, confidence: predict(screens.crisisStack, crisis)[1] ?? 0 },
      }
    })
  })
}

export interface ScreenThresholds {
  privateAbove: number
  crisisAbove: number
}

/** Prints what the screens reach. @param recall asked of the crisis screen, 0..1. */
export function reportScreens(screened: readonly Screened[], recall: number): ScreenThresholds {
  const privates = screened.map((one) => one.private)
  const crises = screened.map((one) => one.crisis)
  const best = bestF1(privates)
  const crisisAbove = recallAbove(crises, recall)
  const kinds = screened.filter(({ kindRight }) => kindRight).length / screened.length
  console.log(
    `kind ${(100 * kinds).toFixed(1)} % right; private F1 ${best.f1.toFixed(2)}; crisis recall ${(100 * recallOf(crises, crisisAbove)).toFixed(1)} % at precision ${(100 * precisionOf(crises, crisisAbove)).toFixed(1)} %`,
  )
  return { privateAbove: best.above, crisisAbove }
}

/** Nothing is learned for these: the same figure in or out. */
export function personalDataF1(sets: readonly FitSet[]): number {
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
