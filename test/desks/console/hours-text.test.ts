// Opening hours and closures as people type them.
import { describe, expect, test } from '@jest/globals'
import {
  closuresText,
  hoursText,
  parseClosures,
  parseHours,
} from '../../../src/desks/console/client/hours-text.ts'

describe('hours', () => {
  test.each([
    [
      '09:00–12:30, 14:00–18:00',
      [
        { from: '09:00', until: '12:30' },
        { from: '14:00', until: '18:00' },
      ],
    ],
    ['9-18', [{ from: '09:00', until: '18:00' }]],
    [
      '9h30 - 12h, 14.15—18',
      [
        { from: '09:30', until: '12:00' },
        { from: '14:15', until: '18:00' },
      ],
    ],
    ['', []],
    [' , ', []],
    ['all day', [{ from: 'all day', until: '' }]],
  ])('"%s"', (text, slots) => {
    expect(parseHours(text)).toEqual(slots)
  })

  test('come back as they were', () => {
    const slots = [
      { from: '09:00', until: '12:30' },
      { from: '14:00', until: '24:00' },
    ]
    expect(parseHours(hoursText(slots))).toEqual(slots)
  })
})

describe('closures', () => {
  test.each([
    [
      '2026-12-24 2026-12-26 inventory week',
      [{ from: '2026-12-24', until: '2026-12-26', reason: 'inventory week' }],
    ],
    ['2026-12-24', [{ from: '2026-12-24', until: '2026-12-24', reason: '' }]],
    [
      '2026-12-24 Christmas\n\n2027-01-02',
      [
        { from: '2026-12-24', until: '2026-12-24', reason: 'Christmas' },
        { from: '2027-01-02', until: '2027-01-02', reason: '' },
      ],
    ],
  ])('%j', (text, closures) => {
    expect(parseClosures(text)).toEqual(closures)
    expect(parseClosures(closuresText(closures))).toEqual(closures)
  })
})
