// The face of the models: loads what lies in /models, or says why it cannot; nothing throws past here.
import { fileURLToPath } from 'node:url'
import type { AnswerJudge, Encoder } from '../ports/index.ts'
import { createEncoder } from './encoder.ts'
import { openFolder } from './folder.ts'
import { createJudge } from './judge.ts'
import { openKnown } from './known.ts'
import { openTokenizer } from './text.ts'

export { knownRecord } from './known.ts'
export { createSecondJudge, type SecondJudgeSettings } from './second-judge.ts'

export type Models =
  | { kind: 'ready'; encoder: Encoder; judge: AnswerJudge | null }
  | { kind: 'unavailable'; reason: string }

const shipped = fileURLToPath(new URL('../../models', import.meta.url))

/** @param folder where manifest.json lies; the shipped files when absent. */
export async function loadModels({
  folder = shipped,
  threads = 1,
}: {
  folder?: string
  threads?: number
} = {}): Promise<Models> {
  const files = openFolder(folder)
  if (files.kind === 'unusable') return { kind: 'unavailable', reason: files.reason }
  try {
    const runtime = await import('onnxruntime-node')
    const text = openTokenizer(files.path('tokenizer.json'))
    const open = (name: string) =>
      runtime.InferenceSession.create(files.path(name), {
        intraOpNumThreads: threads,
        interOpNumThreads: 1,
        logSeverityLevel: 3,
      })
    const encoder = createEncoder({
      runtime,
      session: await open('matcher.onnx'),
      text,
      dimensions: files.manifest.dimensions,
      ...(files.has('known.bin') && { known: openKnown(files.path('known.bin'), files.manifest.dimensions) }),
    })
    const judge = files.has('judge.onnx')
      ? createJudge({ runtime, session: await open('judge.onnx'), text })
      : null
    return { kind: 'ready', encoder, judge }
  } catch (error) {
    return {
      kind: 'unavailable',
      reason: `the text model cannot run here: ${error instanceof Error ? error.message : String(error)}`,
    }
  }
}
