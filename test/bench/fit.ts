// npm run fit: learns the weights that ship, and prints what they reach on each brand when it is left out.
// npm run fit -- words | model learns those of one way of judging alone; npm run fit -- model FOLDER, with models that lie elsewhere.
import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { loadModels } from '../../src/models/index.ts'
import { type Brand, brands, labelledBrand, ownBrands } from './labelled.ts'
import { learnAnswers, learnScreens, pack } from './learn.ts'
import { leaveAnswersOut, reportAnswers, setsOf } from './left-out.ts'
import { fitJudge } from './left-out-judge.ts'
import { fitMatching, phrasedRows } from './left-out-matching.ts'
import { leaveScreensOut, personalDataF1, reportScreens } from './left-out-screens.ts'
import { learnPostWeights, leavePostsOut } from './posts.ts'

/** The brands that the models have not seen: what is learned on top of the models is learned on these alone. */
const unseen: readonly Brand[] = ['telecom', 'neobank', 'rail']

const which = process.argv[2] ?? 'all'
if (which !== 'model') await fitWords()
if (which !== 'words') await fitModel()

async function fitWords(): Promise<void> {
  console.log('By words alone. Each brand left out of the fit.\n')
  const sets = await setsOf(brands.map((brand) => labelledBrand(brand)))
  const match = await fitMatching(sets, await phrasedRows())
  const sureness = reportAnswers(leaveAnswersOut(sets))
  const thresholds = reportScreens(leaveScreensOut(sets), 0.7)
  console.log(`personal data F1 ${personalDataF1(sets).toFixed(3)}`)
  const screens = learnScreens(sets.map(({ screens }) => screens))
  const answers = learnAnswers(sets.flatMap(({ replies }) => replies))
  write('words', ['AnswerWeights', 'MatchWeights', 'ScreenWeights'], {
    match: ['MatchWeights', match],
    answers: ['AnswerWeights', { ...answers, ...sureness }],
    screens: ['ScreenWeights', pack(screens, thresholds.privateAbove, thresholds.crisisAbove)],
  })
}

async function fitModel(): Promise<void> {
  const folder = process.argv[3]
  const models = await loadModels({ threads: 2, ...(folder !== undefined && { folder: resolve(folder) }) })
  if (models.kind === 'unavailable') throw new Error(`The models cannot be used: ${models.reason}`)
  console.log(`\nWith the models, on the brands they have not seen. Each left out of the fit.\n`)
  const sets = await setsOf(
    unseen.map((brand) => labelledBrand(brand)),
    models,
  )
  const match = await fitMatching(sets, await phrasedRows(models), models)
  const answers = await fitJudge(unseen, models.judge)
  const { screened, rows } = await leavePostsOut(
    brands.map((brand) => labelledBrand(brand)),
    ownBrands(),
    models.encoder,
  )
  const thresholds = reportScreens(screened, 0.95)
  write('model', ['JudgeWeights', 'MatchWeights', 'PostWeights'], {
    match: ['MatchWeights', match],
    answers: ['JudgeWeights', answers],
    posts: ['PostWeights', { ...learnPostWeights(rows), ...thresholds }],
  })
}

type Part = readonly [type: string, value: unknown]

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
