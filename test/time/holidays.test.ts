// Public holidays by country and region.
import { expect, test } from '@jest/globals'
import { publicHolidays } from '../../src/time/index.ts'

const now = Date.parse('2026-11-25T12:00:00Z')
const dates = (country: string | null, region: string | null) =>
  publicHolidays(country, region, now).map(({ date }) => date)

test('France rests on the fourteenth of July and on Easter Monday, this year and the next two', () => {
  expect(dates('FR', null)).toEqual(
    expect.arrayContaining(['2026-07-14', '2026-04-06', '2027-03-29', '2028-07-14']),
  )
})

test('Alsace rests on Good Friday, Paris does not', () => {
  expect(dates('FR', '67')).toContain('2027-03-26')
  expect(dates('FR', null)).not.toContain('2027-03-26')
})

test('England and Scotland do not rest alike', () => {
  expect(dates('GB', 'SCT')).toContain('2027-11-30')
  expect(dates('GB', 'ENG')).not.toContain('2027-11-30')
})

test('no country, or none that exists, has no holidays', () => {
  expect(dates(null, null)).toEqual([])
  expect(dates('XX', null)).toEqual([])
})
