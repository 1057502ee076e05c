// The judge beside the words on brands that neither has seen: how much each counts, and what they reach together.

import { pointProbabilities } from '../../knowledge/assess.ts'
import { f1, macroF1 } from '../../knowledge/evaluate.ts'
import type { AnswerJudge, JudgeOutput } from '../../knowledge/judgement.ts'
import { verdicts } from '../../knowledge/judgement.ts'
import { predict } from '../../knowledge/logistic.ts'
import { pooled } from '../../knowledge/pooled.ts'
import type { JudgeWeights, Sureness } from '../../knowledge/weights/weights.ts'
import { type Brand, brands, labelledBrand } from './labelled.ts'
import { learnAnswers, verdictRow } from './learn.ts'
import { addVerdicts, reportAnswers, type Verdicts } from './left-out.ts'
import { judgeInputsOf, type ReplyRow, replyRows } from './rows.ts'

interface Case {
  brand: Brand
  row: ReplyRow
  words: { verdict: number[]; points: number[][] }
  judge: JudgeOutput
}

type Shares = Omit<JudgeWeights, keyof Sureness>

/**
 * What must not be called supported, of replies that are contradicted or risky; then the best macro-F1. Nine in ten are
 * asked for: what is chosen on two brands is held to a little more, since a third has two or three points less.
 */
const safeShare = 0.92
/** One reply more that is kept from being called supported outweighs all of the macro-F1, until the share is reached. */
const safetyFirst = 1e4
const cautions = Array.from({ length: 21 }, (_, at) => at * 0.2)
const steps = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]
const temperatures = Array.from({ length: 31 }, (_, at) => 0.8 + at * 0.1)
const classes = verdicts.map((_, at) => at)

/** Chooses the shares on all unseen brands, and prints what they reach where each is chosen on the other brands. */
export async function fitJudge(unseen: readonly Brand[], judge: AnswerJudge): Promise<JudgeWeights> {
  const cases = await casesOf(unseen, judge)
  const all: Verdicts = { supported: [], others: [], truth: [], said: [] }
  console.log(
    'brand      verdict macro-F1: words, judge, both | key points contradicted F1: words, judge, both',
  )
  for (const brand of unseen) {
    const own = cases.filter((one) => one.brand === brand)
    const chosen = choose(cases.filter((one) => one.brand !== brand))
    const shares = own.map((one) => verdictOf(one, chosen))
    const said = [own.map(({ words }) => words.verdict), own.map((one) => one.judge.verdict), shares].map(
      labelsOf,
    )
    const points = [
      own.map(({ words }) => words.points),
      own.map((one) => one.judge.keyPoints),
      own.map((one) => pointsOf(one, chosen)),
    ]
    console.log(
      brand.padEnd(9),
      ...said.map((labels) => macroF1(truthOf(own), labels, classes).toFixed(3)),
      ' |',
      ...points.map((found) => f1(statesOf(own), found.flatMap(labelsOf), 2).toFixed(3)),
      JSON.stringify(chosen),
    )
    addVerdicts(all, truthOf(own), shares)
  }
  return { ...choose(cases), ...reportAnswers(all) }
}

async function casesOf(unseen: readonly Brand[], judge: AnswerJudge): Promise<Case[]> {
  const rows = new Map(brands.map((brand) => [brand, replyRows(labelledBrand(brand))]))
  const cases: Case[] = []
  for (const brand of unseen) {
    const answers = learnAnswers([...rows].flatMap(([other, replies]) => (other === brand ? [] : replies)))
    const inputs = judgeInputsOf(labelledBrand(brand))
    const outputs = await judge.judge(inputs.map(({ input }) => input))
    const judged = new Map(inputs.map(({ id }, at) => [id, outputs[at]]))
    for (const row of rows.get(brand) ?? []) {
      const output = judged.get(row.id)
      if (!output) continue
      const words = {
        verdict: predict(answers.verdict, verdictRow(row, answers)),
        points: pointProbabilities(row.reading, answers),
      }
      cases.push({ brand, row, words, judge: output })
    }
  }
  return cases
}

function choose(cases: readonly Case[]): Shares {
  const truth = truthOf(cases)
  const tried = steps.flatMap((words) =>
    cautions.map((caution) => {
      const said = labelsOf(cases.map((one) => verdictOf(one, { words, caution })))
      const wrong = truth.flatMap((label, at) => (label === 2 || label === 4 ? [said[at]] : []))
      const kept = wrong.filter((label) => label !== 0).length / wrong.length
      return {
        words,
        caution,
        score: macroF1(truth, said, classes) + safetyFirst * Math.min(kept, safeShare),
      }
    }),
  )
  const { words, caution } = tried.reduce((best, one) => (one.score > best.score ? one : best))
  const states = statesOf(cases)
  const onPoints = steps
    .map((share) => {
      const found = cases.flatMap((one) => labelsOf(pointsOf(one, { wordsOnPoints: share })))
      return { share, score: macroF1(states, found, [0, 1, 2]) }
    })
    .reduce((best, one) => (one.score > best.score ? one : best))
  return { words, wordsOnPoints: onPoints.share, caution, temperature: coolest(cases, { words, caution }) }
}

/** The temperature at which the labels are likeliest. */
function coolest(cases: readonly Case[], shares: Pick<Shares, 'words' | 'caution'>): number {
  const surprise = (temperature: number) =>
    cases.reduce(
      (sum, one) => sum - Math.log(verdictOf(one, { ...shares, temperature })[one.row.verdict] ?? 1e-9),
      0,
    )
  return temperatures.reduce((best, one) => (surprise(one) < surprise(best) ? one : best))
}

type Pooled = Pick<Shares, 'words' | 'caution'> & Partial<Pick<Shares, 'temperature'>>

const verdictOf = ({ judge, words }: Case, { words: share, caution, temperature = 1 }: Pooled) =>
  pooled(judge.verdict, words.verdict, { share, caution, temperature })

const pointsOf = ({ judge, words }: Case, { wordsOnPoints }: Pick<Shares, 'wordsOnPoints'>) =>
  words.points.map((point, at) => {
    const heard = judge.keyPoints[at]
    return heard ? pooled(heard, point, { share: wordsOnPoints }) : point
  })

const labelsOf = (rows: readonly (readonly number[])[]) => rows.map((row) => row.indexOf(Math.max(...row)))
const truthOf = (cases: readonly Case[]) => cases.map(({ row }) => row.verdict)
const statesOf = (cases: readonly Case[]) => cases.flatMap(({ row }) => row.states)
