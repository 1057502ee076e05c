// What a reader could see of a thread, in one short word: it differs when what is shown differs.
import { createHash } from 'node:crypto'
import type { Thread } from '../../ports/index.ts'

export function stampOf({ posts, marks, solvedBy, state, takenChargeAt, handOver }: Thread): string {
  const shown = posts.map(({ id, version, likes, deleted, hidden }) => [id, version, likes, deleted, hidden])
  const whole = JSON.stringify([shown, marks, solvedBy, state, takenChargeAt, handOver])
  return createHash('sha256').update(whole).digest('base64url').slice(0, 12)
}
