// Opening hours and closures as a person types them, and back.
import type { PageSettings } from '../../../ports/index.ts'

type Slots = PageSettings['hours'][number]
type Closure = PageSettings['closures'][number]

/** "09:00–12:30, 14:00–18:00"; empty for a day on which nobody is there. */
export const hoursText = (slots: Slots): string =>
  slots.map(({ from, until }) => `${from}–${until}`).join(', ')

/** Any dash between two times, commas between slots; what cannot be read stays as typed, for the check to name. */
export function parseHours(text: string): Slots {
  return parts(text, ',').map((slot) => {
    const [from = '', until = ''] = slot.split(/[-–—]/).map(timeOf)
    return { from, until }
  })
}

/** "9", "9h30" and "9:30" are all times. */
function timeOf(text: string): string {
  const found = /^(\d{1,2})(?:\s*[:h.]\s*(\d{2})?)?$/.exec(text.trim())
  return found ? `${(found[1] ?? '').padStart(2, '0')}:${found[2] ?? '00'}` : text.trim()
}

/** A line a closure: "2026-12-24 2026-12-26 inventory"; one date is a day. */
export const closuresText = (closures: readonly Closure[]): string =>
  closures
    .map(({ from, until, reason }) => [from, ...(until === from ? [] : [until]), reason].join(' ').trim())
    .join('\n')

export function parseClosures(text: string): Closure[] {
  return parts(text, '\n').map((line) => {
    const [from = '', second = '', ...rest] = line.split(/\s+/)
    const isDate = /^\d{4}-\d{2}-\d{2}$/.test(second)
    return { from, until: isDate ? second : from, reason: (isDate ? rest : [second, ...rest]).join(' ') }
  })
}

const parts = (text: string, separator: string) =>
  text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '')
