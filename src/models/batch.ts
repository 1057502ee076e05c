// Rows of ids in batches of like lengths, padded to the longest, answered in the order in which they were asked.
import type { InferenceSession, Tensor } from 'onnxruntime-node'
import { pad } from './text.ts'

type Runtime = typeof import('onnxruntime-node')

/** Longer batches gain nothing on a processor and hold memory. */
const rowsAtOnce = 16

export interface Row {
  ids: readonly number[]
  /** Token types; absent for all zero where the model asks for none. */
  types?: readonly number[]
}

/**
 * @param read takes a row's own part out of the outputs of its batch.
 */
export async function runBatched<T>(
  runtime: Runtime,
  session: InferenceSession,
  rows: readonly Row[],
  read: (outputs: Readonly<Record<string, Tensor>>, place: number, row: Row, longest: number) => T,
): Promise<T[]> {
  const order = [...rows.keys()].toSorted((a, b) => (rows[a]?.ids.length ?? 0) - (rows[b]?.ids.length ?? 0))
  const results = new Map<number, T>()
  for (let at = 0; at < order.length; at += rowsAtOnce) {
    const places = order.slice(at, at + rowsAtOnce)
    const batch = places.flatMap((place) => rows[place] ?? [])
    const longest = Math.max(...batch.map(({ ids }) => ids.length))
    const outputs = await session.run(feeds(runtime, batch, longest))
    for (const [inBatch, place] of places.entries()) {
      const row = batch[inBatch]
      if (row) results.set(place, read(outputs as Readonly<Record<string, Tensor>>, inBatch, row, longest))
    }
  }
  return rows.map((_, place) => results.get(place) as T)
}

function feeds({ Tensor }: Runtime, batch: readonly Row[], longest: number): Record<string, Tensor> {
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
    ...(batch.some(({ types }) => types) && { token_type_ids: table(({ types }, at) => types?.[at] ?? 0) }),
  }
}
