// When a page's brake is pulled by itself: a recorded afternoon, and days that only look like it.
import { describe, expect, test } from '@jest/globals'
import { type Opening, spikeIn } from '../../src/policy/index.ts'

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
/** Two questions an hour, as every day. */
const ordinary = Array.from({ length: 48 }, (_, place) => opening(61 + place * 30))

describe('a spike', () => {
  test.each([
    ['three crises in an hour', [...ordinary, ...many(3, 50, { crisis: true })], 'crises'],
    [
      'ten complaints that are most of the hour',
      [...ordinary, ...many(10, 55, { complaint: true }), ...many(3, 50)],
      'angry',
    ],
    ['five times the usual', [...ordinary, ...many(40, 55)], 'times the usual'],
  ])('%s pulls the brake', (_, openings, says) => {
    expect(spikeIn(openings, now, null)).toEqual({ topic: null, reason: expect.stringContaining(says) })
  })

  test.each([
    ['an ordinary day', ordinary],
    ['two crises', [...ordinary, ...many(2, 50, { crisis: true })]],
    [
      'three crises over a day',
      [opening(10, { crisis: true }), opening(200, { crisis: true }), opening(700, { crisis: true })],
    ],
    [
      'ten complaints among fifty questions of a page that always has them',
      [...many(1_000, 1_500), ...many(10, 55, { complaint: true })],
    ],
    ['a busy page on a busy hour', [...many(24 * 40, 1_500), ...many(60, 55)]],
  ])('%s does not', (_, openings) => {
    expect(spikeIn(openings, now, null)).toBeNull()
  })

  test('of one topic leaves the rest of the page alone; four in five must speak of it', () => {
    const about = (topic: string, count: number) => many(count, 50, { complaint: true, topic })
    const mostly = [...ordinary, ...about('cards', 8), ...about('loans', 2)]
    const less = [...ordinary, ...about('cards', 7), ...about('loans', 3)]
    expect(spikeIn(mostly, now, null)?.topic).toBe('cards')
    expect(spikeIn(less, now, null)).toMatchObject({ topic: null })
  })

  test('of crises stops the whole page, whatever they speak of', () => {
    const crises = many(5, 50, { crisis: true, topic: 'cards' })
    expect(spikeIn([...ordinary, ...crises], now, null)).toMatchObject({ topic: null })
  })

  test('what came before a human lifted the brake counts no more', () => {
    const openings = [...ordinary, ...many(3, 50, { crisis: true })]
    expect(spikeIn(openings, now, now - 1_000)).toBeNull()
    expect(spikeIn(openings, now, now - 2 * hourMs)?.reason).toContain('crises')
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
        [
          ...ordinary,
          ...crises.map((minute) => ({
            at: began + minute * 60_000,
            crisis: true,
            complaint: false,
            topic: null,
          })),
        ],
        at,
        null,
      ),
    )
  expect(moment).toBe(began + 11 * 60_000)
})
