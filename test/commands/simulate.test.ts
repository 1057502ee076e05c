// simulate: a small week, its scorecard and its JSON line.
import { describe, expect, test } from '@jest/globals'
import { UsageError } from '../../src/commands/index.ts'
import { run } from './spoken.ts'

const keys = [
  'threads',
  'lost',
  'postedTwice',
  'takenChargeIn10Min',
  'answeredIn4h',
  'byCommunity',
  'validated',
  'completed',
  'corrected',
  'handedOver',
  'escalated',
  'leftAlone',
]
const cardOf = (out: readonly string[]): Record<string, number> => JSON.parse(out.at(-1) ?? '')

describe('simulate', () => {
  test('plays the week: nothing lost, nothing twice, and the house is quicker than a human alone', async () => {
    const { code, out } = await run('simulate', '--threads', '300', '--json')
    expect(code).toBe(0)
    const card = cardOf(out)
    expect(Object.keys(card)).toEqual(keys)
    expect(card).toMatchObject({ threads: 300, lost: 0, postedTwice: 0 })
    for (const key of keys.slice(3)) expect(card[key]).toBeGreaterThan(0)
    const [, taken = ''] = /taken charge.*%\s+(\d+) /.exec(out.join('\n')) ?? []
    expect(card.takenChargeIn10Min).toBeGreaterThan(Number(taken))
    expect(card.byCommunity).toBeLessThanOrEqual((card.validated ?? 0) + (card.completed ?? 0))
  })

  test('the same seed is the same week, another seed another', async () => {
    const week = (seed: string) => run('simulate', '--threads', '80', '--seed', seed)
    const [one, again, other] = [await week('7'), await week('7'), await week('8')]
    expect(again.out).toEqual(one.out)
    expect(other.out).not.toEqual(one.out)
  })

  test.each([
    ['--threads', 'many'],
    ['--threads', '0'],
    ['--seed', '-1'],
    ['--weeks', '2'],
    ['now', ''],
  ])('%s %s is a mistake of the call', async (...args) => {
    await expect(run('simulate', ...args.filter(Boolean))).rejects.toThrow(UsageError)
  })
})
