// Hashed weights as bytes in base64, and back: a byte each is enough for what they decide.
import type { HashedModel } from '../hashed.ts'
import type { PackedHashed } from './weights.ts'

export function packHashed({ classes, constants, weights }: HashedModel): PackedHashed {
  const scale = weights.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-9) / 127
  const letters = Array.from(weights, (value) => String.fromCharCode((Math.round(value / scale) + 256) % 256))
  return { classes, constants, scale, bytes: btoa(letters.join('')) }
}

export function unpackHashed({ classes, constants, scale, bytes }: PackedHashed): HashedModel {
  const letters = atob(bytes)
  const weights = Float32Array.from(letters, (letter) => ((letter.charCodeAt(0) << 24) >> 24) * scale)
  return { classes, constants, weights }
}
