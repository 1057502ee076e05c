// Products of vectors, made by the runtime: some forty times as fast as a loop.
import type { InferenceSession } from 'onnxruntime-node'
import type { Encoder, Rows } from '../ports/index.ts'
import type { Runtime } from './batch.ts'

/** To make new memory of some megabytes takes as long as the product: what is not in use is used again, of so many calls at a time. */
const mostKept = 4

export function createProducts({ Tensor }: Runtime, session: InferenceSession): Encoder['products'] {
  const matrix = ({ width, vectors }: Rows) => new Tensor('float32', vectors, [vectors.length / width, width])
  async function multiply(asked: Rows, held: Rows): Promise<Float32Array> {
    const { products } = await session.run({ asked: matrix(asked), held: matrix(held) })
    if (!(products?.data instanceof Float32Array)) throw new Error('The product gives nothing.')
    return products.data
  }
  const free: Float32Array[] = []
  return async (asked, held) => {
    const size = held.reduce((sum, { vectors }) => sum + vectors.length, 0)
    if (asked.vectors.length === 0 || size === 0) return new Float32Array()
    const [only] = held
    if (only && held.length === 1) return multiply(asked, only)
    const kept = free.pop()
    const memory = kept && kept.length >= size ? kept : new Float32Array(size)
    try {
      return await multiply(asked, { width: asked.width, vectors: fill(memory, held).subarray(0, size) })
    } finally {
      if (free.length < mostKept) free.push(memory)
    }
  }
}

function fill(memory: Float32Array, parts: readonly Rows[]): Float32Array {
  let from = 0
  for (const { vectors } of parts) {
    memory.set(vectors, from)
    from += vectors.length
  }
  return memory
}
