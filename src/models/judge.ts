// The answer judge behind its port: one pass a reply, a word on each key point and on the whole.
import type { InferenceSession } from 'onnxruntime-node'
import type { AnswerJudge, JudgeInput, JudgeOutput } from '../ports/index.ts'
import { type Row, runBatched } from './batch.ts'
import { end, start, type TextIds } from './text.ts'

/** Pieces read of each part; the whole stays below the model's 512. */
const longest = { question: 64, reply: 110, entryQuestion: 32, keyPoint: 56, all: 500 }
const states = 3
const classes = 5

export interface JudgeParts {
  runtime: typeof import('onnxruntime-node')
  session: InferenceSession
  text: TextIds
}

interface JudgeRow extends Row {
  /** Where the sign after each key point stands. */
  marks: readonly number[]
}

export function createJudge({ runtime, session, text }: JudgeParts): AnswerJudge {
  return {
    async judge(items) {
      const rows = items.map((item) => judgeRow(text, item))
      return runBatched(runtime, session, rows, ({ verdict, marks }, place, row, width): JudgeOutput => {
        const verdicts = verdict?.data as Float32Array
        const all = marks?.data as Float32Array
        return {
          verdict: [...verdicts.slice(place * classes, (place + 1) * classes)],
          keyPoints: (row as JudgeRow).marks.map((at) => {
            const from = (place * width + at) * states
            return [...all.slice(from, from + states)]
          }),
        }
      })
    },
  }
}

/** `<s> question </s> reply </s> entry </s> key point </s> ...`, the entry's part of token type 1, as in training. */
export function judgeRow(
  text: TextIds,
  { question, reply, entryQuestion, keyPoints, cues, strange }: JudgeInput,
): JudgeRow {
  const said = strange === null ? reply : `≠ ${strange} ${reply}`
  const first = [start, ...text.ids(question, longest.question), end, ...text.ids(said, longest.reply), end]
  const ids = [...first, ...text.ids(entryQuestion, longest.entryQuestion), end]
  const marks: number[] = []
  for (const [at, point] of keyPoints.entries()) {
    const cue = cues[at] ?? ''
    const pieces = [...text.ids(cue === '' ? point : `${cue} : ${point}`, longest.keyPoint), end]
    if (ids.length + pieces.length > longest.all) break
    ids.push(...pieces)
    marks.push(ids.length - 1)
  }
  return { ids, types: ids.map((_, at) => Number(at >= first.length)), marks }
}
