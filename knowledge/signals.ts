// The phrases of a crisis that a text holds, by reason, in both languages.
import type { CrisisReason, Span } from './judgement.ts'
import { languages } from './languages/index.ts'
import { plain } from './text.ts'

export interface CrisisSignal {
  reason: Exclude<CrisisReason, 'other'>
  span: Span
}

export const crisisReasons = ['fraud', 'legal', 'press', 'danger', 'discrimination', 'viral'] as const

export function crisisSignals(text: string): CrisisSignal[] {
  const flat = plain(text)
  return crisisReasons.flatMap((reason) => {
    const found = [languages.fr, languages.en]
      .map(({ patterns }) => patterns.crisis[reason].exec(flat))
      .find((match) => match !== null)
    return found ? [{ reason, span: { start: found.index, end: found.index + found[0].length } }] : []
  })
}
