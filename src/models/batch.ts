// Rows of ids in batches of like lengths, padded to the longest, answered in the order in which they were asked.
import type { InferenceSession, Tensor } from 'onnxruntime-node'
import { pad } from './text.ts'

export type Runtime = typeof import('onnxruntime-node')

/** Longer batches gain nothing on a processor and hold memory. */
const rowsAtOnce = 16

export interface Row {
  ids: readonly number[]
}

/** A model in two parts: the lower layers, which all models share, and its own above them. */
export interface Stack {
  runtime: Runtime
  lower: InferenceSession
  upper: InferenceSession
}

/**
 * @param read takes a row's own part out of the outputs of its batch.
 */
export async function runBatched<T>(
  { runtime, lower, upper }: Stack,
  rows: readonly Row[],
  read: (outputs: Readonly<Record<string, Tensor>>, place: number, row: Row, longest: number) => T,
): Promise<T[]> {
  const order = [...rows.keys()].toSorted((a, b) => (rows[a]?.ids.length ?? 0) - (rows[b]?.ids.length ?? 0))
  const results = new Map<number, T>()
  for (let at = 0; at < order.length; at += rowsAtOnce) {
    const places = order.slice(at, at + rowsAtOnce)
    const batch = places.flatMap((place) => rows[place] ?? [])
    const longest = Math.max(...batch.map(({ ids }) => ids.length))
    const { input_ids, attention_mask } = feeds(runtime, batch, longest)
    const { hidden } = await lower.run({ input_ids, attention_mask })
    if (!hidden) throw new Error('The lower layers give nothing.')
    const outputs = await upper.run({ hidden, attention_mask })
    for (const [inBatch, place] of places.entries()) {
      const row = batch[inBatch]
      if (row) results.set(place, read(outputs as Readonly<Record<string, Tensor>>, inBatch, row, longest))
    }
  }
  return rows.map((_, place) => results.get(place) as T)
}

function feeds({ Tensor }: Runtime, batch: readonly Row[], longest: number) {
  const shape = [batch.length, longest]
  const table = (value: (row: Row, at: number) => number) =>
    new Tensor(
      'int64',
      BigInt64Array.from(
        batch.flatMap((row) => Array.from({ length: longest }, (_, at) => BigInt(value(row, at)))),
      ),
      shape,
    )
  return {
    input_ids: table(({ ids }, at) => ids[at] ?? pad),
    attention_mask: table(({ ids }, at) => Number(at < ids.length)),
  }
}
