// When a page's brake is pulled by itself: a recorded afternoon, and days that only look like it.
import { describe, expect, test } from '@jest/globals'
import { type Opening, spikeIn, usualHours } from '../../src/policy/index.ts'

const hourMs = 3_600_000
const now = Date.parse('2026-03-05T15:30:00+01:00')
const opening = (minutesAgo: number, change: Partial<Opening> = {}): Opening => ({
  at: now - minutesAgo * 60_000,
  crisis: false,
  complaint: false,
  topic: null,
  ...change,
})
const many = (count: number, within: number, change: Partial<Opening> = {}) =>
  Array.from({ length: count }, (_, place) => opening((place * within) / count, change))
/** Two questions of the hour, as in every other. */
const ordinary = [opening(20), opening(40)]
/** The hours of the page so far; the newest is that of the openings. */
const week = (busiest: number, hours = usualHours + 1) =>
  Array.from({ length: hours }, (_, ago) => (ago === 26 ? busiest : 2))
const spikeOf = (openings: readonly Opening[], busiest = 12, calmedAt: number | null = null) =>
  spikeIn({ openings, perHour: week(busiest) }, now, calmedAt)

describe('a spike', () => {
  test.each([
    ['three crises in an hour', [...ordinary, ...many(3, 50, { crisis: true })], 'crises'],
    [
      'ten complaints that are most of the hour',
      [...ordinary, ...many(10, 55, { complaint: true }), ...many(3, 50)],
      'angry',
    ],
    [
      'twice the busiest hour of the week before',
      [...ordinary, ...many(40, 55)],
      'busiest of the week before had 12',
    ],
  ])('%s pulls the brake', (_, openings, says) => {
    expect(spikeOf(openings)).toEqual({ topic: null, reason: expect.stringContaining(says) })
  })

  test.each([
    ['an ordinary hour', ordinary, 12],
    ['two crises', [...ordinary, ...many(2, 50, { crisis: true })], 12],
    ['three crises over two hours', [10, 59, 75].map((minutes) => opening(minutes, { crisis: true })), 12],
    ['ten complaints among thirty questions', [...many(20, 58), ...many(10, 55, { complaint: true })], 29],
    ['a Monday as busy as the last', many(60, 55), 55],
  ])('%s does not', (_, openings, busiest) => {
    expect(spikeOf(openings, busiest)).toBeNull()
  })

  test('volume is not judged in a page’s first week: it has no usual yet', () => {
    const openings = many(80, 55)
    expect(spikeIn({ openings, perHour: week(12, usualHours) }, now, null)).toBeNull()
    expect(spikeIn({ openings, perHour: week(12) }, now, null)).not.toBeNull()
  })

  test('of one topic leaves the rest of the page alone; four in five must speak of it', () => {
    const about = (topic: string, count: number) => many(count, 50, { complaint: true, topic })
    const mostly = [...ordinary, ...about('cards', 8), ...about('loans', 2)]
    const less = [...ordinary, ...about('cards', 7), ...about('loans', 3)]
    expect(spikeOf(mostly)?.topic).toBe('cards')
    expect(spikeOf(less)).toMatchObject({ topic: null })
  })

  test('of crises stops the whole page, whatever they speak of', () => {
    const crises = many(5, 50, { crisis: true, topic: 'cards' })
    expect(spikeOf([...ordinary, ...crises])).toMatchObject({ topic: null })
  })

  test('what came before a human lifted the brake counts no more', () => {
    const openings = [...ordinary, ...many(3, 50, { crisis: true })]
    expect(spikeOf(openings, 12, now - 1_000)).toBeNull()
    expect(spikeOf(openings, 12, now - 2 * hourMs)?.reason).toContain('crises')
  })
})

test('a recorded afternoon: pulled with the third crisis, minutes after the first', () => {
  // Minutes after two o'clock at which a bank's customers wrote that payments were failing.
  const crises = [4, 9, 11, 12, 15, 15, 18, 21, 22, 26, 29, 33]
  const began = now - 90 * 60_000
  const moment = crises
    .map((minute) => began + minute * 60_000)
    .find((at) =>
      spikeIn(
        {
          openings: crises.map((minute) => ({
            at: began + minute * 60_000,
            crisis: true,
            complaint: false,
            topic: null,
          })),
          perHour: week(12),
        },
        at,
        null,
      ),
    )
  expect(moment).toBe(began + 11 * 60_000)
})
