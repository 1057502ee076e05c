// The predictions against the labels, as a table that a person reads.
import { confusion, coverageAt, f1, macroF1 } from '../../knowledge/index.ts'
import type { LabelledQuestion, LabelledSet } from './labelled.ts'
import type { QuestionPrediction, ReplyPrediction } from './predictions.ts'

const verdictNames = ['supported', 'incomplete', 'contradicted', 'unrelated', 'risky']
const percent = (share: number) => (Number.isNaN(share) ? '-' : (100 * share).toFixed(1))

export interface Times {
  posts: readonly number[]
  replies: readonly number[]
}

/** Lines for the screen. */
export function evaluationTable(
  set: LabelledSet,
  questions: readonly QuestionPrediction[],
  replies: readonly ReplyPrediction[],
  times: Times,
): string {
  return [
    ...matchLines(set, questions),
    ...(set.replies.length > 0 ? verdictLines(set, replies) : []),
    ...screenLines(set, questions),
    `ms a post: median ${quantile(times.posts, 0.5)}, p99 ${quantile(times.posts, 0.99)}; a reply: median ${quantile(times.replies, 0.5)}, p99 ${quantile(times.replies, 0.99)}`,
  ].join('\n')
}

function matchLines(set: LabelledSet, predictions: readonly QuestionPrediction[]): string[] {
  const pairs = set.questions.flatMap((question, at) => {
    const prediction = predictions[at]
    return prediction ? [{ question, prediction }] : []
  })
  const found = (some: typeof pairs, within: number) =>
    some.filter(({ question, prediction }) =>
      prediction.candidates.slice(0, within).includes(question.entry ?? ''),
    ).length / some.length
  const asked = pairs.filter(({ question }) => question.entry !== null)
  const groups = [
    ['all', asked],
    ...['fr', 'en'].map((lang) => [lang, asked.filter(({ question }) => question.lang === lang)] as const),
    ...['close', 'distant', 'noisy'].map(
      (style) => [style, asked.filter(({ question }) => question.style === style)] as const,
    ),
  ] as const
  const decided = pairs.map(({ question, prediction }) => ({
    right: question.entry !== null && prediction.candidates[0] === question.entry,
    confidence: prediction.confidence,
  }))
  const spoken = pairs.filter(({ prediction }) => prediction.entry !== null)
  return [
    'match          posts   acc@1   in first 3',
    ...groups
      .filter(([, some]) => some.length > 0)
      .map(
        ([name, some]) =>
          `  ${name.padEnd(10)} ${String(some.length).padStart(6)} ${percent(found(some, 1)).padStart(7)} ${percent(found(some, 3)).padStart(10)}`,
      ),
    `  coverage at 95 % precision ${percent(coverageAt(0.95, decided))} % of posts; above the threshold ${spoken.length} posts, ${percent(spoken.filter(({ question, prediction }) => question.entry === prediction.entry).length / spoken.length)} % right`,
  ]
}

function verdictLines(set: LabelledSet, predictions: readonly ReplyPrediction[]): string[] {
  const asked = new Map(set.questions.map((question) => [question.id, question]))
  const judged = set.replies.flatMap((reply, at) => {
    const prediction = predictions[at]
    return prediction && asked.get(reply.question)?.entry ? [{ reply, prediction }] : []
  })
  const truth = judged.map(({ reply }) => reply.verdict as string)
  const said = judged.map(({ prediction }) => prediction.verdict)
  const rows = confusion(truth, said, verdictNames)
  const bad = (label: string) => label === 'contradicted' || label === 'risky'
  const supported = judged.filter(({ prediction }) => prediction.verdict === 'supported')
  const sure = supported.filter(({ prediction }) => prediction.sure)
  const wrongOf = (some: typeof judged) =>
    percent(some.filter(({ reply }) => bad(reply.verdict)).length / some.length)
  return [
    `verdict        macro-F1 ${macroF1(truth, said, verdictNames).toFixed(3)}   ${verdictNames.map((name) => `${name} ${f1(truth, said, name).toFixed(2)}`).join('  ')}`,
    `  ${'is \\ said'.padEnd(14)}${verdictNames.map((name) => name.slice(0, 10).padStart(12)).join('')}`,
    ...rows.map(
      (row, at) =>
        `  ${(verdictNames[at] ?? '').padEnd(14)}${row.map((count) => String(count).padStart(12)).join('')}`,
    ),
    `  called supported ${supported.length}, contradicted or risky among them ${wrongOf(supported)} %; and sure ${sure.length}, ${wrongOf(sure)} %`,
    `  key points: said F1 ${pointF1(judged, 'covers').toFixed(2)}, contradicted F1 ${pointF1(judged, 'contradicts').toFixed(2)}`,
  ]
}

function pointF1(
  judged: readonly {
    reply: { covers: readonly number[]; contradicts: readonly number[] }
    prediction: ReplyPrediction
  }[],
  field: 'covers' | 'contradicts',
): number {
  const hit = judged.reduce(
    (sum, { reply, prediction }) =>
      sum + reply[field].filter((index) => prediction[field].includes(index)).length,
    0,
  )
  const all = judged.reduce(
    (sum, { reply, prediction }) => sum + reply[field].length + prediction[field].length,
    0,
  )
  return all === 0 ? 0 : (2 * hit) / all
}

function screenLines(set: LabelledSet, predictions: readonly QuestionPrediction[]): string[] {
  if (!set.questions.some(({ kind }) => kind !== undefined)) return []
  const truth = <T>(pick: (question: LabelledQuestion) => T) => set.questions.map(pick)
  const kinds = truth(({ kind }) => kind as string)
  const kindRight = kinds.filter((kind, at) => kind === predictions[at]?.kind).length / kinds.length
  const crisis = truth(({ crisis }) => crisis ?? false)
  const recall =
    crisis.filter((label, at) => label && predictions[at]?.crisis).length / crisis.filter(Boolean).length
  const precision =
    crisis.filter((label, at) => label && predictions[at]?.crisis).length /
    predictions.filter((one) => one.crisis).length
  const pii = set.questions.map(({ pii = [] }, at) => ({ truth: pii, said: predictions[at]?.pii ?? [] }))
  const hit = pii.reduce(
    (sum, { truth, said }) => sum + truth.filter((kind) => said.includes(kind)).length,
    0,
  )
  const both = pii.reduce((sum, { truth, said }) => sum + truth.length + said.length, 0)
  return [
    `screens        kind ${percent(kindRight)} % right; private F1 ${f1(
      truth((one) => one.private ?? false),
      predictions.map((one) => one.private),
      true,
    ).toFixed(
      2,
    )}; crisis recall ${percent(recall)} %, precision ${percent(precision)} %; personal data F1 ${(both === 0 ? 1 : (2 * hit) / both).toFixed(2)}`,
  ]
}

function quantile(values: readonly number[], share: number): string {
  const sorted = values.toSorted((a, b) => a - b)
  return (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(1)
}
