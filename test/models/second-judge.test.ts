// The second judge over the wire: what it is sent, what it may not see, and every way in which it can fail.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { maskPersonalData } from '../../src/flow/index.ts'
import { createSecondJudge, type SecondJudgeSettings } from '../../src/models/index.ts'
import { createManualClock } from '../../src/play/index.ts'
import type { LogFields, SecondJudgeInput } from '../../src/ports/index.ts'
import { type Answer, type FakeSecondJudge, openSecondJudge } from '../fakes/second-judge.ts'

let endpoint: FakeSecondJudge
beforeEach(async () => {
  endpoint = await openSecondJudge()
})
afterEach(() => endpoint.close())

const reply = (text: string): SecondJudgeInput => ({
  question: 'Combien de temps met un virement ? Mon numéro : 06 12 34 56 78',
  reply: text,
  lang: 'fr',
  entryQuestion: 'Combien de temps met un virement ?',
  answer: 'Un virement arrive le jour ouvré suivant.',
  keyPoints: ['Arrive le jour ouvré suivant'],
})

function open(change: Partial<SecondJudgeSettings> = {}) {
  const clock = createManualClock(Date.parse('2026-03-03T10:00:00Z'))
  const warnings: { message: string; fields: LogFields | undefined }[] = []
  const judge = createSecondJudge({
    settings: {
      url: endpoint.url,
      model: 'm',
      apiKey: 'sk-secret',
      timeoutMs: 5_000,
      callsADay: 100,
      ...change,
    },
    clock,
    log: { info() {}, error() {}, warn: (message, fields) => void warnings.push({ message, fields }) },
    mask: maskPersonalData,
  })
  return { judge, clock, warnings }
}

test('is sent the reply, the entry and the form wanted; personal data is masked before it leaves', async () => {
  const { judge } = open()
  const said = await judge.judge([reply('Le lendemain. Écris-moi à jean.dupont@example.com')])
  expect(said).toEqual([{ verdict: 'supported', reason: 'It says so.' }])
  const [asked] = endpoint.asked
  expect(asked?.path).toBe('/v1/chat/completions')
  expect(asked?.headers.authorization).toBe('Bearer sk-secret')
  expect(asked?.body).toMatchObject({ model: 'm', response_format: { type: 'json_schema' } })
  const sent = JSON.stringify(asked?.body)
  expect(sent).toContain('Arrive le jour ouvré suivant')
  expect(sent).not.toMatch(/06 12 34|jean\.dupont/)
})

test('the same reply is asked about once', async () => {
  const { judge } = open()
  await judge.judge([reply('Le lendemain.')])
  await judge.judge([reply('Le lendemain.'), reply('Dix jours.')])
  expect(endpoint.asked).toHaveLength(2)
})

describe('whatever the endpoint does, the first judge is left alone and nothing is thrown', () => {
  const raw = (body: string, status = 200): Answer => ({ kind: 'raw', status, body })
  const says = (content: string) => raw(JSON.stringify({ choices: [{ message: { content } }] }))
  test.each<[string, Answer, string]>([
    ['an error', raw('{"error":"no"}', 500), 'answered 500'],
    ['too many requests', raw('', 429), 'answered 429'],
    ['no JSON', raw('<html>'), 'not of the form'],
    ['another form', raw('{"choices":[]}'), 'not of the form'],
    ['words around the JSON', says('Sure! {"verdict":"supported"}'), 'not of the form'],
    ['a verdict that is none', says('{"verdict":"approved","reason":""}'), 'not of the form'],
    [
      'a redirection',
      { kind: 'raw', status: 302, body: '', headers: { location: 'http://127.0.0.1:9/' } },
      'cannot be reached',
    ],
  ])('%s', async (_, answer, reason) => {
    endpoint.answers.unshift(answer)
    const { judge, warnings } = open()
    expect(await judge.judge([reply('Le lendemain.')])).toEqual([null])
    expect(warnings).toMatchObject([{ fields: { reason: expect.stringContaining(reason) } }])
    expect(JSON.stringify(warnings)).not.toContain('sk-secret')
  })

  test('silence, until the time is over', async () => {
    endpoint.answers.unshift({ kind: 'silence' })
    const { judge, warnings } = open({ timeoutMs: 100 })
    expect(await judge.judge([reply('Le lendemain.')])).toEqual([null])
    expect(warnings).toMatchObject([{ fields: { reason: 'no answer in time' } }])
  })

  test('nobody there', async () => {
    const { judge } = open({ url: 'http://127.0.0.1:9/v1' })
    expect(await judge.judge([reply('Le lendemain.')])).toEqual([null])
  })
})

test('after a failure it is left alone for a minute, then asked again', async () => {
  endpoint.answers.unshift({ kind: 'raw', status: 503, body: '' })
  const { judge, clock } = open()
  expect(await judge.judge([reply('a')])).toEqual([null])
  expect(await judge.judge([reply('b')])).toEqual([null])
  expect(endpoint.asked).toHaveLength(1)
  clock.moveTo(clock.now() + 61_000)
  expect(await judge.judge([reply('b')])).toMatchObject([{ verdict: 'supported' }])
})

test('the calls of the day are counted, and begin again the next', async () => {
  const { judge, clock, warnings } = open({ callsADay: 2 })
  const said = await judge.judge(['a', 'b', 'c', 'd'].map(reply))
  expect(said.filter((one) => one !== null)).toHaveLength(2)
  expect(warnings).toMatchObject([{ fields: { calls: 2 } }])
  clock.moveTo(clock.now() + 24 * 3_600_000)
  expect(await judge.judge([reply('e')])).toMatchObject([{ verdict: 'supported' }])
})
