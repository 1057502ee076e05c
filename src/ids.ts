// Randomness behind its port: unguessable ids, and references a customer can read out.
import { randomBytes, randomInt } from 'node:crypto'
import type { Ids } from './ports/index.ts'

/** No letter or digit that is mistaken for another over the phone. */
const readable = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const referenceLength = 6

export const randomIds: Ids = {
  next: () => randomBytes(16).toString('base64url'),
  reference: () =>
    `R-${Array.from({ length: referenceLength }, () => readable[randomInt(readable.length)]).join('')}`,
}
