// Checks the rules between a page's settings that its form cannot: hours in order, a zone that exists, shares in range.
import type { Autonomy, PageSettings, Slot } from '../policy/index.ts'

export interface FieldError {
  field: string
  message: string
}

const dayMs = 86_400_000
const yearMs = 366 * dayMs

/** @param settings in the form of PageSettings (its border has checked the types). */
export function checkSettings(settings: PageSettings): readonly FieldError[] {
  return [
    ...check(
      'zone',
      isZone(settings.zone),
      `"${settings.zone}" is not a time zone. Use a name such as Europe/Paris.`,
    ),
    ...check('hours', settings.hours.length === 7, 'Give the slots of seven days, Monday first.'),
    ...settings.hours.flatMap((slots, day) => checkSlots(`hours.${day}`, slots)),
    ...settings.closures.flatMap((closure, index) =>
      check(
        `closures.${index}`,
        isDate(closure.from) && isDate(closure.until) && closure.from <= closure.until,
        'Give two dates, YYYY-MM-DD, the first not after the second.',
      ),
    ),
    ...duration('window.ms', settings.window.ms, 0, 7 * dayMs),
    ...Object.entries(settings.windowByTopic).flatMap(([topic, span]) =>
      duration(`windowByTopic.${topic}`, span.ms, 0, 7 * dayMs),
    ),
    ...duration('takeChargeMs', settings.takeChargeMs, 30_000, 7 * dayMs),
    ...duration('answerMs', settings.answerMs, 60_000, 30 * dayMs),
    ...duration('settleAfterMs', settings.settleAfterMs, 60_000, yearMs),
    ...share('acknowledgeShare', settings.acknowledgeShare),
    ...share('nearShare', settings.nearShare),
    ...check(
      'maxLength',
      settings.maxLength >= 140 && settings.maxLength <= 10_000,
      'Between 140 and 10,000 characters.',
    ),
    ...Object.entries(settings.autonomy).flatMap(([kind, autonomy]) =>
      checkAutonomy(`autonomy.${kind}`, autonomy),
    ),
  ]
}

function checkSlots(field: string, slots: readonly Slot[]): FieldError[] {
  const wellFormed = slots.every(({ from, until }) => isTime(from) && isTime(until) && from < until)
  if (!wellFormed)
    return [{ field, message: 'Each slot goes from one time to a later one, HH:MM, 24:00 at most.' }]
  const inOrder = slots.every((slot, index) => index === 0 || (slots[index - 1]?.until ?? '') <= slot.from)
  return check(field, inOrder, 'Slots of a day must follow each other without overlapping.')
}

function checkAutonomy(field: string, autonomy: Autonomy): FieldError[] {
  switch (autonomy.mode) {
    case 'manual':
      return []
    case 'paused':
      return duration(`${field}.pauseMs`, autonomy.pauseMs, 10_000, dayMs)
    case 'automatic':
      return check(
        `${field}.precision`,
        autonomy.precision >= 0.5 && autonomy.precision < 1,
        'A precision from 0.5 to below 1.',
      )
  }
}

function duration(field: string, ms: number, least: number, most: number): FieldError[] {
  return check(field, Number.isFinite(ms) && ms >= least && ms <= most, `Between ${least} and ${most} ms.`)
}

const share = (field: string, value: number) => check(field, value >= 0 && value <= 1, 'A share from 0 to 1.')

const check = (field: string, holds: boolean, message: string): FieldError[] =>
  holds ? [] : [{ field, message }]

const isTime = (text: string) => /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(text)

function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && isoDay(text) === text
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}

/** "2027-02-30" comes back as March 2: not the same text. */
function isoDay(text: string): string | null {
  const at = Date.parse(`${text}T00:00:00Z`)
  return Number.isNaN(at) ? null : new Date(at).toISOString().slice(0, 10)
}
