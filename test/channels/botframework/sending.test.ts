// What a call to Teams says of whether it posted, and that nothing is posted a second time by guesswork.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { openBotRoom } from '../../../src/channels/index.ts'
import { silentLog } from '../../../src/log.ts'
import type { Channel, OutboxRow } from '../../../src/ports/index.ts'
import { type BotChannel, openBotChannel } from '../../fakes/bot-channel.ts'
import { anOutboxRow } from '../../fakes/matter.ts'

let teams: BotChannel
let channel: Channel

beforeEach(async () => {
  teams = await openBotChannel()
  const bot = {
    appId: '',
    appPassword: '',
    tenantId: '',
    anonymousOnLoopback: true,
    pages: {},
    brandUsers: [],
  }
  const unused = { store: {} as never, takeIn: async () => [], pages: async () => [], log: silentLog }
  channel = (await openBotRoom({ bot, loopback: true, ...unused }, () => 0, null)).channel
})
afterEach(() => teams.close())

function reply(change: Record<string, unknown> = {}): OutboxRow {
  const address = {
    serviceUrl: teams.serviceUrl,
    conversationId: '19:a',
    rootId: '7',
    threaded: true,
    ...change,
  }
  const row = anOutboxRow()
  return { ...row, payload: { ...row.payload, text: 'Bonjour *Inès*', address } as OutboxRow['payload'] }
}

describe('a reply', () => {
  test('goes out in its thread, as plain text, and brings back its identity', async () => {
    expect(await channel.send(reply())).toEqual({ kind: 'sent', externalId: '19:a|m1' })
    expect(teams.posted).toEqual([
      {
        method: 'POST',
        path: '/v3/conversations/19:a;messageid=7/activities/7',
        body: expect.objectContaining({ type: 'message', text: 'Bonjour *Inès*', textFormat: 'plain' }),
      },
    ])
  })

  test('in a chat goes to the conversation', async () => {
    await channel.send(reply({ threaded: false }))
    expect(teams.posted[0]?.path).toBe('/v3/conversations/19:a/activities')
  })

  test.each([
    [
      { status: 429, headers: { 'retry-after': '7' } },
      { kind: 'notPosted', retryAfterMs: 7_000 },
    ],
    [{ status: 403 }, { kind: 'rejected' }],
    [{ status: 404 }, { kind: 'rejected' }],
    [{ status: 412 }, { kind: 'unknown' }],
    [{ status: 500 }, { kind: 'unknown' }],
    [{ status: 502 }, { kind: 'unknown' }],
    [{ status: 504 }, { kind: 'unknown' }],
    ['reset' as const, { kind: 'unknown' }],
  ])('answered with %j is called once and is %j', async (misbehaviour, outcome) => {
    teams.misbehave.push(misbehaviour)
    expect(await channel.send(reply())).toMatchObject(outcome)
    expect(teams.posted).toHaveLength(1)
  })

  test('that finds no server was certainly not posted', async () => {
    const row = reply()
    await teams.close()
    expect(await channel.send(row)).toMatchObject({ kind: 'notPosted' })
    teams = await openBotChannel()
  })

  test('without an address is refused in words', async () => {
    const row = anOutboxRow()
    expect(await channel.send(row)).toMatchObject({
      kind: 'rejected',
      reason: expect.stringContaining('address'),
    })
  })
})

test('a bot cannot hide a message or read a conversation back, and says so', async () => {
  const hide = anOutboxRow({ payload: { kind: 'hide', externalId: 'x', address: null } })
  expect(await channel.send(hide)).toMatchObject({ kind: 'rejected' })
  expect(await channel.readBack(reply())).toMatchObject({ kind: 'cannot' })
})
