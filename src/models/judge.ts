// The answer judge behind its port: one pass a reply, a word on each key point and on the whole.
import type { AnswerJudge, JudgeInput, JudgeOutput } from '../ports/index.ts'
import { type Row, runBatched, type Stack } from './batch.ts'
import { end, start, type TextIds } from './text.ts'

/** Pieces read of each part; the whole stays below the model's 512. */
const longest = { question: 64, reply: 110, entryQuestion: 32, keyPoint: 56, all: 500 }
const states = 3
const classes = 5

interface JudgeRow extends Row {
  /** Where each key point stands; the end is not included. */
  points: readonly { from: number; until: number }[]
}

export function createJudge(stack: Stack, text: TextIds): AnswerJudge {
  return {
    async judge(items) {
      const rows = items.map((item) => judgeRow(text, item))
      return runBatched(stack, rows, ({ verdict, marks }, place, row, width): JudgeOutput => {
        const verdicts = verdict?.data as Float32Array
        const all = marks?.data as Float32Array
        return {
          verdict: [...verdicts.slice(place * classes, (place + 1) * classes)],
          keyPoints: (row as JudgeRow).points.map((point) => stateOf(all, place * width, point)),
        }
      })
    },
  }
}

/** `<s> question </s> reply </s> entry </s> key point </s> ...`, as in training. */
export function judgeRow(
  text: TextIds,
  { question, reply, entryQuestion, keyPoints, cues, strange }: JudgeInput,
): JudgeRow {
  const said = strange === null ? reply : `≠ ${strange} ${reply}`
  const parts = [
    text.ids(question, longest.question),
    text.ids(said, longest.reply),
    text.ids(entryQuestion, longest.entryQuestion),
  ]
  const ids = [start, ...parts.flatMap((part) => [...part, end])]
  const points: { from: number; until: number }[] = []
  for (const [at, point] of keyPoints.entries()) {
    const cue = cues[at] ?? ''
    const pieces = [...text.ids(cue === '' ? point : `${cue} : ${point}`, longest.keyPoint), end]
    if (ids.length + pieces.length > longest.all) break
    points.push({ from: ids.length, until: ids.length + pieces.length })
    ids.push(...pieces)
  }
  return { ids, points }
}

/** absent, said, contradicted: the mean of the scores over the key point's own pieces, as chances. */
function stateOf(
  scores: Float32Array,
  begin: number,
  { from, until }: { from: number; until: number },
): number[] {
  const sums = new Array<number>(states).fill(0)
  for (let at = from; at < until; at += 1)
    for (let state = 0; state < states; state += 1)
      sums[state] = (sums[state] ?? 0) + (scores[(begin + at) * states + state] ?? 0) / (until - from)
  const top = Math.max(...sums)
  const powers = sums.map((sum) => Math.exp(sum - top))
  const total = powers.reduce((a, b) => a + b, 0)
  return powers.map((power) => power / total)
}
