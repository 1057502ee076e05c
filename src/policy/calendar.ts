// Local time, opening hours, holidays and closures: when the desk is open, and when so much open time has passed.
import type { PageSettings, Slot } from './settings.ts'

const minuteMs = 60_000
const dayMs = 86_400_000
/** A desk that does not open within this many days never does. */
const farthestDays = 400

export interface Interval {
  from: number
  until: number
}

export type Back =
  | { kind: 'open'; until: number }
  | { kind: 'closed'; reason: 'night' | 'weekend' | 'holiday' | 'closure'; opensAt: number | null }

/** The local date "YYYY-MM-DD" at a moment. */
export function localDate(at: number, zone: string): string {
  return new Date(at + offsetAt(at, zone)).toISOString().slice(0, 10)
}

/** Monday = 0 ... Sunday = 6. */
export function weekdayOf(date: string): number {
  return (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7
}

/**
 * The moment a local time of day comes. Where the clock is put back the first of the two; where it is put forward
 * and the time does not exist, the moment the clock jumps over it.
 * @param minutes after local midnight, 0..1440.
 */
export function momentOf(date: string, minutes: number, zone: string): number {
  const asUtc = Date.parse(`${date}T00:00:00Z`) + minutes * minuteMs
  const early = asUtc - offsetAt(asUtc - dayMs, zone)
  const late = asUtc - offsetAt(asUtc + dayMs, zone)
  const [first, second] = early <= late ? [early, late] : [late, early]
  if (first + offsetAt(first, zone) === asUtc) return first
  if (second + offsetAt(second, zone) === asUtc) return second
  return transitionBetween(first, second, zone)
}

/** The desk's open times on a local date; none on a holiday or in a closure. */
export function openTimes(date: string, settings: PageSettings): Interval[] {
  if (closedBecause(date, settings) !== null) return []
  return (settings.hours[weekdayOf(date)] ?? [])
    .map((slot) => intervalOf(date, slot, settings.zone))
    .filter(({ from, until }) => from < until)
}

export function isOpen(at: number, settings: PageSettings): boolean {
  return openTimes(localDate(at, settings.zone), settings).some(({ from, until }) => from <= at && at < until)
}

/** The moment at which `ms` of open time have passed since `from`; null when the desk never opens that long. */
export function addOpenTime(from: number, ms: number, settings: PageSettings): number | null {
  let left = ms
  for (const open of openTimesFrom(from, settings)) {
    const start = Math.max(from, open.from)
    if (left <= open.until - start) return start + left
    left -= open.until - start
  }
  return null
}

/** Is a human there, until when; if not, why not and from when. */
export function backAt(now: number, settings: PageSettings): Back {
  const [next] = openTimesFrom(now, settings)
  if (next && next.from <= now) return { kind: 'open', until: next.until }
  const today = localDate(now, settings.zone)
  const named = closedBecause(today, settings)
  const weekend = weekdayOf(today) >= 5 && (settings.hours[weekdayOf(today)] ?? []).length === 0
  return { kind: 'closed', reason: named ?? (weekend ? 'weekend' : 'night'), opensAt: next?.from ?? null }
}

/** Open times that end after a moment, in their order. */
export function* openTimesFrom(from: number, settings: PageSettings): Generator<Interval> {
  let date = localDate(from, settings.zone)
  for (let day = 0; day < farthestDays; day += 1) {
    for (const open of openTimes(date, settings)) if (open.until > from) yield open
    date = nextDate(date)
  }
}

function closedBecause(date: string, settings: PageSettings): 'holiday' | 'closure' | null {
  if (settings.closures.some(({ from, until }) => from <= date && date <= until)) return 'closure'
  return settings.holidays.some((holiday) => holiday.date === date) ? 'holiday' : null
}

function intervalOf(date: string, slot: Slot, zone: string): Interval {
  return {
    from: momentOf(date, minutesOf(slot.from), zone),
    until: momentOf(date, minutesOf(slot.until), zone),
  }
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}

function nextDate(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + dayMs).toISOString().slice(0, 10)
}

function transitionBetween(from: number, until: number, zone: string): number {
  const before = offsetAt(from, zone)
  let [low, high] = [from, until]
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (offsetAt(middle, zone) === before) low = middle
    else high = middle
  }
  return high
}

const formats = new Map<string, Intl.DateTimeFormat>()
const offsets = new Map<string, number>()
const mostOffsets = 20_000
/** Offsets change on quarters of an hour alone (IANA time zone database), so one look serves a quarter. */
const quarterMs = 15 * minuteMs

/** Local time minus UTC, ms. */
function offsetAt(at: number, zone: string): number {
  const quarter = Math.floor(at / quarterMs)
  const key = `${zone} ${quarter}`
  const known = offsets.get(key)
  if (known !== undefined) return known
  if (offsets.size >= mostOffsets) offsets.clear()
  const offset = readOffset(quarter * quarterMs, zone)
  offsets.set(key, offset)
  return offset
}

function readOffset(at: number, zone: string): number {
  let format = formats.get(zone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
    formats.set(zone, format)
  }
  const parts = new Map<string, number>(
    format.formatToParts(at).map(({ type, value }) => [type, Number(value)]),
  )
  const part = (type: string) => parts.get(type) ?? 0
  const local = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  )
  return local - Math.floor(at / 1000) * 1000
}
