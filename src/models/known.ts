// Vectors computed before shipping, for the industries' phrasings: thousands of texts that need not be read at each start.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

const keyBytes = 16
const scaleBytes = 4

/** A text's key in the file: what the encoder is given, hashed. */
export const knownKey = (text: string): string =>
  createHash('sha256').update(text).digest().subarray(0, keyBytes).toString('base64')

/** @returns the vector of a text, null where it is not among them. */
export function openKnown(file: string, dimensions: number): (text: string) => Float32Array | null {
  const bytes = readFileSync(file)
  const size = keyBytes + scaleBytes + dimensions
  const places = new Map<string, number>()
  for (let at = 0; at + size <= bytes.length; at += size)
    places.set(bytes.subarray(at, at + keyBytes).toString('base64'), at + keyBytes)
  return (text) => {
    const at = places.get(knownKey(text))
    if (at === undefined) return null
    const scale = bytes.readFloatLE(at)
    return Float32Array.from(
      { length: dimensions },
      (_, place) => bytes.readInt8(at + scaleBytes + place) * scale,
    )
  }
}

/** One record of the file: the key, a scale, and a signed byte for each dimension. */
export function knownRecord(text: string, vector: Float32Array): Buffer {
  const most = vector.reduce((top, value) => Math.max(top, Math.abs(value)), 1e-9)
  const scale = Buffer.alloc(scaleBytes)
  scale.writeFloatLE(most / 127)
  const values = Int8Array.from(vector, (value) => Math.round((value / most) * 127))
  return Buffer.concat([Buffer.from(knownKey(text), 'base64'), scale, Buffer.from(values.buffer)])
}
