// Office hours of a human in the simulated week: nine to five in Paris, Monday to Friday.
import { hourMs, weekBegins } from './script.ts'

const dayMs = 24 * hourMs
const opens = 9 * hourMs
const closes = 17 * hourMs

export const officeDay = [{ from: '09:00', until: '17:00' }]
export const officeHours = [officeDay, officeDay, officeDay, officeDay, officeDay, [], []]

/** The first moment from `at` on at which the human is there. The clocks do not change in this week. */
export function nextOfficeMoment(at: number): number {
  const day = Math.floor((at - weekBegins) / dayMs)
  const midnight = weekBegins + day * dayMs
  const isWeekend = day % 7 >= 5
  if (isWeekend || at >= midnight + closes) return nextOfficeMoment(midnight + dayMs)
  return Math.max(at, midnight + opens)
}
