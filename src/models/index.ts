// The face of the models: loads what lies in /models, or says why it cannot; nothing throws past here.
import { fileURLToPath } from 'node:url'
import type { TextModels } from '../ports/index.ts'
import { createEncoder } from './encoder.ts'
import { openFolder } from './folder.ts'
import { createJudge } from './judge.ts'
import { openKnown } from './known.ts'
import { createProducts } from './products.ts'
import { openTokenizer } from './text.ts'
import { createVerifier } from './verifier.ts'

export { knownRecord } from './known.ts'
export { createSecondJudge, type SecondJudgeSettings } from './second-judge.ts'

export type Models = ({ kind: 'ready' } & TextModels) | { kind: 'unavailable'; reason: string }

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
    const lower = await open('lower.onnx')
    const stack = async (name: string) => ({ runtime, lower, upper: await open(name) })
    const encoder = createEncoder({
      stack: await stack('matcher.onnx'),
      text,
      dimensions: files.manifest.dimensions,
      products: createProducts(runtime, await open('products.onnx')),
      ...(files.has('known.bin') && { known: openKnown(files.path('known.bin'), files.manifest.dimensions) }),
    })
    const verifier = createVerifier(await stack('verifier.onnx'), text)
    const judge = createJudge(await stack('judge.onnx'), text)
    return { kind: 'ready', encoder, verifier, judge }
  } catch (error) {
    return {
      kind: 'unavailable',
      reason: `the text model cannot run here: ${error instanceof Error ? error.message : String(error)}`,
    }
  }
}
