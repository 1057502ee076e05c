// Local time as a desk lives it: the hour that comes twice, the one that never comes, leap days, holidays, closures.
import { describe, expect, test } from '@jest/globals'
import { addOpenTime, backAt, isOpen, localDate, momentOf, openTimes } from '../../src/policy/calendar.ts'
import {
  callTimes,
  defaultSettings,
  openThread,
  type PageSettings,
  privateMeansAt,
  step,
  type Thread,
  type ThreadEvent,
} from '../../src/policy/index.ts'
import { publicHolidays } from '../../src/time/index.ts'
import { aPost, judgementOf } from './life.ts'

const hourMs = 3_600_000
const at = (text: string) => Date.parse(text)
const day = [{ from: '09:00', until: '18:00' }]
const split = [
  { from: '09:00', until: '12:30' },
  { from: '14:00', until: '18:00' },
]
const page = (change: Partial<PageSettings> = {}): PageSettings => ({
  ...defaultSettings({ pageId: 'p', channel: 'stage', brand: 'B', name: 'P' }),
  hours: [day, day, day, day, day, [], []],
  ...change,
})

describe('a call can be had', () => {
  const hours = (settings: PageSettings, now: string) =>
    callTimes(settings, at(now)).map(({ from, until }) =>
      [from, until].map((moment) => new Date(moment).toISOString().slice(5, 16)).join(' '),
    )

  test('in pieces of two hours of the open time, none within half an hour', () => {
    const settings = page({ hours: [split, split, [], [], [], [], []], country: null })
    expect(hours(settings, '2026-03-02T10:40:00+01:00').slice(0, 5)).toEqual([
      '03-02T10:00 03-02T11:30',
      '03-02T13:00 03-02T15:00',
      '03-02T15:00 03-02T17:00',
      '03-03T08:00 03-03T10:00',
      '03-03T10:00 03-03T11:30',
    ])
    expect(hours(settings, '2026-03-02T10:40:00+01:00')).toHaveLength(12)
  })

  test('never where the desk never opens', () => {
    expect(callTimes(page({ hours: [[], [], [], [], [], [], []] }), at('2026-03-02T10:40:00+01:00'))).toEqual(
      [],
    )
  })
})

describe('a talk goes private', () => {
  const asked = { openedAt: at('2026-03-02T10:00:00+01:00') }
  test.each([
    ['by message, at any time', { privateMeans: 'message', privateWithinMs: null }, 400, 'message'],
    [
      'by message, in the time the platform gives',
      { privateMeans: 'message', privateWithinMs: hourMs },
      1,
      'message',
    ],
    ['by a call, after it', { privateMeans: 'message', privateWithinMs: hourMs }, 1.01, 'form'],
    ['not at all where the page has no means', { privateMeans: 'none', privateWithinMs: hourMs }, 2, 'none'],
  ] as const)('%s', (_, settings, hours, means) => {
    expect(privateMeansAt(asked, page(settings), asked.openedAt + hours * hourMs)).toBe(means)
  })
})

describe('a local time of day is one moment', () => {
  test.each([
    ['02:30 comes twice when the clock is put back: the first', '2026-10-25', '2026-10-25T02:30:00+02:00'],
    [
      '02:30 never comes when it is put forward: the moment of the jump',
      '2027-03-28',
      '2027-03-28T03:00:00+02:00',
    ],
    ['an ordinary night', '2026-10-24', '2026-10-24T02:30:00+02:00'],
    ['a leap day', '2028-02-29', '2028-02-29T02:30:00+01:00'],
  ])('%s', (_, date, moment) => {
    expect(momentOf(date, 150, 'Europe/Paris')).toBe(at(moment))
  })

  test('a day on which the clock changes has 25 or 23 hours of it', () => {
    const night = page({ hours: Array(7).fill([{ from: '00:00', until: '24:00' }]) })
    const long = (date: string) =>
      openTimes(date, night).reduce((sum, { from, until }) => sum + until - from, 0)
    expect(long('2026-10-25')).toBe(25 * hourMs)
    expect(long('2027-03-28')).toBe(23 * hourMs)
    expect(long('2026-10-26')).toBe(24 * hourMs)
  })

  test('a slot that lies in the missing hour is no slot', () => {
    const early = page({ hours: Array(7).fill([{ from: '02:10', until: '02:50' }]) })
    expect(openTimes('2027-03-28', early)).toEqual([])
    expect(openTimes('2027-03-29', early)).toHaveLength(1)
  })

  test('the local date turns at local midnight', () => {
    expect(localDate(at('2026-12-31T23:30:00Z'), 'Europe/Paris')).toBe('2027-01-01')
    expect(localDate(at('2026-12-31T23:30:00Z'), 'America/New_York')).toBe('2026-12-31')
  })
})

describe('open time', () => {
  test.each([
    ['within a day', '2026-03-03T10:00:00+01:00', 4, '2026-03-03T14:00:00+01:00'],
    ['over a night', '2026-03-03T16:00:00+01:00', 4, '2026-03-04T11:00:00+01:00'],
    ['over a weekend', '2026-03-06T17:00:00+01:00', 4, '2026-03-09T12:00:00+01:00'],
    [
      'over the weekend on which the clock is put back',
      '2026-10-23T17:00:00+02:00',
      4,
      '2026-10-26T12:00:00+01:00',
    ],
    ['over the one on which it is put forward', '2027-03-26T17:00:00+01:00', 4, '2027-03-29T12:00:00+02:00'],
    ['over a leap day', '2028-02-28T17:00:00+01:00', 10, '2028-02-29T18:00:00+01:00'],
  ])('%s', (_, from, hours, until) => {
    expect(addOpenTime(at(from), hours * hourMs, page())).toBe(at(until))
  })

  test('several slots a day leave the lunch out', () => {
    const settings = page({ hours: Array(7).fill(split) })
    expect(addOpenTime(at('2026-03-03T12:00:00+01:00'), hourMs, settings)).toBe(
      at('2026-03-03T14:30:00+01:00'),
    )
    expect(isOpen(at('2026-03-03T13:00:00+01:00'), settings)).toBe(false)
  })

  test('a desk that never opens never reaches it', () => {
    expect(
      addOpenTime(at('2026-03-03T10:00:00+01:00'), hourMs, page({ hours: Array(7).fill([]) })),
    ).toBeNull()
  })
})

describe('when a human is back, and why nobody is there', () => {
  const settings = page({
    holidays: publicHolidays('FR', null, at('2026-01-01T00:00:00Z')),
    closures: [{ from: '2026-08-10', until: '2026-08-14', reason: 'inventory' }],
  })
  test.each([
    ['in the day', '2026-03-03T10:00:00+01:00', { kind: 'open', until: at('2026-03-03T18:00:00+01:00') }],
    [
      'at night',
      '2026-03-03T22:00:00+01:00',
      { kind: 'closed', reason: 'night', opensAt: at('2026-03-04T09:00:00+01:00') },
    ],
    [
      'on a Saturday',
      '2026-03-07T10:00:00+01:00',
      { kind: 'closed', reason: 'weekend', opensAt: at('2026-03-09T09:00:00+01:00') },
    ],
    [
      'on the fourteenth of July',
      '2026-07-14T10:00:00+02:00',
      { kind: 'closed', reason: 'holiday', opensAt: at('2026-07-15T09:00:00+02:00') },
    ],
    [
      'in a closure',
      '2026-08-12T10:00:00+02:00',
      { kind: 'closed', reason: 'closure', opensAt: at('2026-08-17T09:00:00+02:00') },
    ],
  ])('%s', (_, now, back) => {
    expect(backAt(at(now), settings)).toEqual(back)
  })
})

describe('each act once, at the right moment', () => {
  /** A question at this moment, woken whenever it asks to be, until `until`; settings may change on the way. */
  function life(
    asked: string,
    until: string,
    settings: PageSettings,
    later?: { from: string; settings: PageSettings },
  ) {
    let now = at(asked)
    let current = settings
    let thread: Thread = openThread({ id: 't', channel: 'stage', pageId: 'p', externalId: 'q' }, now)
    const acts: { act: string; at: number }[] = []
    const tell = (event: ThreadEvent) => {
      const next = step(thread, event, { now, settings: current })
      thread = next.thread
      for (const order of next.orders)
        if (order.kind === 'post' || order.kind === 'draft')
          acts.push({
            act: order.kind === 'post' ? `posts ${order.act}` : `drafts ${order.suggestion.kind}`,
            at: now,
          })
    }
    tell({ kind: 'posted', post: aPost('q', 'asker', now) })
    const about = { matched: true, verdict: 0, post: 0, crisis: false, secret: false, pii: false }
    tell({ kind: 'judged', judgement: judgementOf(thread, about, now) })
    for (let rounds = 0; rounds < 50; rounds += 1) {
      const change = later && current === settings ? at(later.from) : Number.POSITIVE_INFINITY
      const next = Math.min(thread.wakeAt ?? Number.POSITIVE_INFINITY, change)
      if (next > at(until)) break
      now = next
      if (later && next === change) {
        current = later.settings
        tell({ kind: 'settingsChanged' })
      } else tell({ kind: 'woke' })
    }
    return acts
  }
  const times = (acts: { act: string; at: number }[], act: string) =>
    acts.filter((one) => one.act === act).map((one) => one.at)

  test.each([
    ['while the clock is put back', '2026-10-25T02:28:00+02:00', '2026-10-25T02:33:00+02:00'],
    ['in the hour that comes again', '2026-10-25T02:28:00+01:00', '2026-10-25T02:33:00+01:00'],
    ['while it is put forward', '2027-03-28T01:58:00+01:00', '2027-03-28T03:03:00+02:00'],
    ['on a leap day', '2028-02-29T23:58:00+01:00', '2028-03-01T00:03:00+01:00'],
  ])('acknowledged %s: five minutes after, once', (_, asked, acknowledged) => {
    const acts = life(asked, '2028-03-02T00:00:00Z', page())
    expect(times(acts, 'posts acknowledge')).toEqual([at(acknowledged)])
  })

  test('a window in open time ends in open time, over the weekend of the change', () => {
    const settings = page({ window: { ms: 2 * hourMs, clock: 'open' } })
    const acts = life('2026-10-23T17:30:00+02:00', '2026-10-30T00:00:00Z', settings)
    expect(times(acts, 'drafts answer')).toEqual([at('2026-10-26T10:30:00+01:00')])
  })

  test('a closure entered after the timer was set moves it', () => {
    const settings = page({ window: { ms: 2 * hourMs, clock: 'open' } })
    const closed = { ...settings, closures: [{ from: '2026-03-04', until: '2026-03-05', reason: 'move' }] }
    const acts = life('2026-03-03T17:00:00+01:00', '2026-03-20T00:00:00Z', settings, {
      from: '2026-03-03T17:30:00+01:00',
      settings: closed,
    })
    expect(times(acts, 'drafts answer')).toEqual([at('2026-03-06T10:00:00+01:00')])
  })
})
