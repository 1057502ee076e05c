// The text encoder behind its port: unit vectors of texts and of their pieces, kept for texts that come again.
import type { Tensor } from 'onnxruntime-node'
import type { Encoder, Heard, Rows, TextToRead, Vectors } from '../ports/index.ts'
import { runBatched, type Stack } from './batch.ts'
import { end, start, type TextIds } from './text.ts'

const longestText = 128
/** Entries and phrasings of a large brand fit; what is oldest goes first. */
const mostKept = 20_000
/** Of what posts are held against, ten to eighty kilobytes each; a FAQ of some four hundred entries and two packs are not heard again when one changes. */
const mostHeard = 8_000

export interface EncoderParts {
  stack: Stack
  text: TextIds
  dimensions: number
  products: Encoder['products']
  /** Meaning computed before; what such a text sounds like is never asked. */
  known?: (text: string) => Float32Array | null
}

export function createEncoder({ stack, text, dimensions, products, known }: EncoderParts): Encoder {
  const silent = new Float32Array(dimensions)
  const rowsOf = (keys: readonly string[]) =>
    keys.map((key) => ({ ids: [start, ...text.ids(key, longestText), end] }))
  const hear = remembering(
    mostHeard,
    (keys) =>
      runBatched(
        stack,
        rowsOf(keys),
        (outputs, place, { ids }, longest): Heard => ({
          ...vectorsIn(outputs, place, dimensions),
          pieces: piecesIn(outputs, place, ids.length, longest),
        }),
      ),
    // A post seldom comes again, and whoever asks remembers the last ones.
    { comesAgain: (key) => key.startsWith('passage: ') },
  )
  const embed = remembering(
    mostKept,
    (keys) => runBatched(stack, rowsOf(keys), (outputs, place) => vectorsIn(outputs, place, dimensions)),
    {
      ready(key): Vectors | null {
        const meaning = known?.(key)
        return meaning ? { meaning, sound: silent } : hear.known(key)
      },
    },
  )
  return {
    embed: (texts) => embed.ask(texts.map(keyOf)),
    hear: (texts) => hear.ask(texts.map(keyOf)),
    products,
  }
}

/** The prefixes are those that the encoder was trained with (Wang et al. 2024). */
const keyOf = ({ text, role }: TextToRead) => `${role}: ${text}`

type Outputs = Readonly<Record<string, Tensor>>

function vectorsIn(outputs: Outputs, place: number, dimensions: number): Vectors {
  const part = (name: string) => numbers(outputs, name).slice(place * dimensions, (place + 1) * dimensions)
  return { meaning: part('embedding'), sound: part('sound') }
}

/** @param longest pieces of a text in the batch, to which the others are padded. */
function piecesIn(outputs: Outputs, place: number, count: number, longest: number): Rows {
  const width = outputs.pieces?.dims.at(-1) ?? 0
  const first = place * longest
  return { width, vectors: numbers(outputs, 'pieces').slice(first * width, (first + count) * width) }
}

function numbers(outputs: Outputs, name: string): Float32Array {
  const all = outputs[name]?.data
  if (!(all instanceof Float32Array)) throw new Error(`The encoder gives no "${name}".`)
  return all
}

interface Remembering<T> {
  ask(keys: readonly string[]): Promise<T[]>
  known(key: string): T | null
}

/** Asks `make` for what was not asked before; `ready` may know some without it. */
function remembering<T>(
  most: number,
  make: (keys: readonly string[]) => Promise<T[]>,
  {
    ready = () => null,
    comesAgain = () => true,
  }: { ready?: (key: string) => T | null; comesAgain?: (key: string) => boolean },
): Remembering<T> {
  const kept = new Map<string, T>()
  const ask = async (keys: readonly string[]) => {
    const found = new Map<string, T>()
    for (const key of keys) {
      const one = kept.get(key) ?? ready(key)
      if (one) found.set(key, one)
    }
    const fresh = [...new Set(keys)].filter((key) => !found.has(key))
    const made = await make(fresh)
    for (const [at, key] of fresh.entries()) found.set(key, made[at] as T)
    for (const [key, one] of found) if (comesAgain(key)) kept.set(key, one)
    for (const key of kept.keys()) {
      if (kept.size <= most) break
      kept.delete(key)
    }
    return keys.map((key) => found.get(key) as T)
  }
  return { ask, known: (key) => kept.get(key) ?? null }
}
