// Public holidays of a country and region, from the tables of date-holidays.
import Holidays from 'date-holidays'
import type { HolidayTable } from '../ports/index.ts'

/** This year and the next two: longer than a server runs without a new start. */
const yearsAhead = 3

/** Unknown countries and regions have no holidays. Names are in the country's own language. */
export const publicHolidays: HolidayTable = (country, region, now) => {
  if (country === null) return []
  const calendar = region === null ? new Holidays(country) : new Holidays(country, region)
  const first = new Date(now).getUTCFullYear()
  const all = Array.from(
    { length: yearsAhead },
    (_, ahead) => calendar.getHolidays(first + ahead) ?? [],
  ).flat()
  return all
    .filter(({ type }) => type === 'public')
    .map(({ date, name }) => ({ date: date.slice(0, 10), name }))
}
