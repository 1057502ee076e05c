// The same week without the house: one human from nine to five reads the page in its order and writes every reply.
import { writeMs } from './moderator.ts'
import { nextOfficeMoment } from './office.ts'
import { type Asked, hourMs } from './script.ts'

const glanceMs = 10_000

export interface Alone {
  threads: number
  takenChargeIn10Min: number
  answeredIn4h: number
  answered: number
}

export function playAlone(week: readonly Asked[], until: number): Alone {
  const alone: Alone = { threads: week.length, takenChargeIn10Min: 0, answeredIn4h: 0, answered: 0 }
  let freeAt = 0
  for (const { at, kind, deletedAt } of week) {
    const begins = nextOfficeMoment(Math.max(freeAt, at))
    if (begins > until) break
    const asks = (kind === 'question' || kind === 'complaint') && !(deletedAt !== null && deletedAt < begins)
    freeAt = begins + (asks ? writeMs : glanceMs)
    if (!asks) continue
    alone.answered += 1
    if (freeAt - at <= hourMs / 6) alone.takenChargeIn10Min += 1
    if (freeAt - at <= 4 * hourMs) alone.answeredIn4h += 1
  }
  return alone
}
