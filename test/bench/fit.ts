// npm run fit: learns the weights that ship, and prints what they reach on each brand when it is left out.
// npm run fit -- words | model learns those of one way of judging alone.
import { writeFileSync } from 'node:fs'
import { loadModels } from '../../src/models/index.ts'
import { type Brand, brands, labelledBrand } from './labelled.ts'
import { learnAnswers, learnDecision, learnMatch, learnScreens, pack, precisionSteps } from './learn.ts'
import { type FitSet, leaveEachOut, reportAnswers, setsOf } from './left-out.ts'
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
  const weights = learnJudgement(sets)
  const thresholds = reportScreens(leaveScreensOut(sets), 0.7)
  console.log(`personal data F1 ${personalDataF1(sets).toFixed(3)}`)
  const screens = learnScreens(sets.map(({ packed }) => packed.screens))
  write('words', 'ScreenWeights', {
    ...weights,
    screens: ['ScreenWeights', pack(screens, thresholds.privateAbove, thresholds.crisisAbove)],
  })
}

async function fitModel(): Promise<void> {
  const models = await loadModels()
  if (models.kind === 'unavailable') throw new Error(`The models cannot be used: ${models.reason}`)
  console.log(`\nWith the models, on the brands they have not seen. Each left out of the fit.\n`)
  const sets = await setsOf(unseen, models)
  const weights = learnJudgement(sets)
  const { screened, rows } = await leavePostsOut(brands.map(labelledBrand), models.encoder)
  const thresholds = reportScreens(screened, 0.95)
  write('model', 'PostWeights', {
    match: weights.match,
    // Without a judge the model has nothing to say of answers: the weights by words, of all brands, are the better ones.
    answers: models.judge ? weights.answers : (['AnswerWeights | null', null] as const),
    posts: ['PostWeights', { ...learnPostWeights(rows), ...thresholds }],
  })
}

type Part = readonly [type: string, value: unknown]

function learnJudgement(sets: readonly FitSet[]): { match: Part; answers: Part } {
  const leftOut = leaveEachOut(sets)
  const sureAbove = reportAnswers(leftOut)
  const matches = sets.flatMap(({ packed, plain }) => [...packed.matches, ...plain.matches])
  const likeness = learnMatch(sets.flatMap(({ packed }) => packed.matches))
  const decision = learnDecision(matches, likeness)
  const answers = learnAnswers(sets.flatMap(({ packed }) => packed.replies))
  return {
    match: ['MatchWeights', { likeness, decision, precision: precisionSteps(leftOut.decided) }],
    answers: ['AnswerWeights', { ...answers, sureAbove }],
  }
}

function write(name: string, second: string, parts: Record<string, Part>): void {
  const lines = Object.entries(parts).map(
    ([part, [type, value]]) => `export const ${part}: ${type} = ${JSON.stringify(value, rounded)}\n`,
  )
  writeFileSync(
    new URL(`../../knowledge/weights/${name}.ts`, import.meta.url),
    `// Written by \`npm run fit\`: do not edit.\nimport type { AnswerWeights, MatchWeights, ${second} } from './weights.ts'\n\n${lines.join('\n')}`,
  )
}

function rounded(_: string, value: unknown): unknown {
  return typeof value === 'number' ? Number(value.toPrecision(6)) : value
}
