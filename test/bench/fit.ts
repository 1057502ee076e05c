// npm run fit: learns the weights that ship, and prints what they reach on each brand when it is left out.
// npm run fit -- words | model learns those of one way of judging alone.
import { writeFileSync } from 'node:fs'
import type { MatchWeights } from '../../knowledge/weights/weights.ts'
import { loadModels } from '../../src/models/index.ts'
import { type Brand, brands, labelledBrand } from './labelled.ts'
import { learnAnswers, learnDecision, learnMatch, learnScreens, pack, precisionSteps } from './learn.ts'
import { type FitSet, type LeftOut, leaveEachOut, reportAnswers, reportCoverage, setsOf } from './left-out.ts'
import { fitJudge } from './left-out-judge.ts'
import { leaveScreensOut, personalDataF1, reportScreens } from './left-out-screens.ts'
import { learnPostWeights, leavePostsOut } from './posts.ts'

/** The brands that the shipped models have not seen: what is learned on top of the models is learned on these alone. */
const unseen: readonly Brand[] = ['telecom', 'neobank', 'rail']

const which = process.argv[2] ?? 'all'
if (which !== 'model') await fitWords()
if (which !== 'words') await fitModel()

async function fitWords(): Promise<void> {
  console.log('By words alone. Each brand left out of the fit.\n')
  const sets = await setsOf(brands)
  const leftOut = leaveEachOut(sets)
  reportCoverage(leftOut)
  const sureness = reportAnswers(leftOut)
  const thresholds = reportScreens(leaveScreensOut(sets), 0.7)
  console.log(`personal data F1 ${personalDataF1(sets).toFixed(3)}`)
  const screens = learnScreens(sets.map(({ packed }) => packed.screens))
  const answers = learnAnswers(sets.flatMap(({ packed }) => packed.replies))
  write('words', ['AnswerWeights', 'MatchWeights', 'ScreenWeights'], {
    match: ['MatchWeights', learnMatching(sets, leftOut)],
    answers: ['AnswerWeights', { ...answers, ...sureness }],
    screens: ['ScreenWeights', pack(screens, thresholds.privateAbove, thresholds.crisisAbove)],
  })
}

async function fitModel(): Promise<void> {
  const models = await loadModels()
  if (models.kind === 'unavailable') throw new Error(`The models cannot be used: ${models.reason}`)
  console.log(`\nWith the models, on the brands they have not seen. Each left out of the fit.\n`)
  const sets = await setsOf(unseen, models.encoder)
  const leftOut = leaveEachOut(sets)
  reportCoverage(leftOut)
  const answers = models.judge ? await fitJudge(unseen, models.judge) : null
  const { screened, rows } = await leavePostsOut(brands.map(labelledBrand), models.encoder)
  const thresholds = reportScreens(screened, 0.95)
  write('model', ['JudgeWeights', 'MatchWeights', 'PostWeights'], {
    match: ['MatchWeights', learnMatching(sets, leftOut)],
    answers: ['JudgeWeights | null', answers],
    posts: ['PostWeights', { ...learnPostWeights(rows), ...thresholds }],
  })
}

type Part = readonly [type: string, value: unknown]

function learnMatching(sets: readonly FitSet[], { decided }: LeftOut): MatchWeights {
  const likeness = learnMatch(sets.flatMap(({ packed }) => packed.matches))
  const matches = sets.flatMap(({ packed, plain }) => [...packed.matches, ...plain.matches])
  return { likeness, decision: learnDecision(matches, likeness), precision: precisionSteps(decided) }
}

function write(name: string, types: readonly string[], parts: Record<string, Part>): void {
  const lines = Object.entries(parts).map(
    ([part, [type, value]]) => `export const ${part}: ${type} = ${JSON.stringify(value, rounded)}\n`,
  )
  writeFileSync(
    new URL(`../../knowledge/weights/${name}.ts`, import.meta.url),
    `// Written by \`npm run fit\`: do not edit.\nimport type { ${types.join(', ')} } from './weights.ts'\n\n${lines.join('\n')}`,
  )
}

function rounded(_: string, value: unknown): unknown {
  return typeof value === 'number' ? Number(value.toPrecision(6)) : value
}
