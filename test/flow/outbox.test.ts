// Posted once: what proves that nothing was posted, what proves nothing, and what a human settles.
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { SendOutcome } from '../../src/ports/index.ts'
import { openStage, type StageHouse } from '../fakes/stage.ts'

const minute = 60_000

describe('the outbox', () => {
  let house: StageHouse
  beforeEach(async () => {
    house = await openStage()
    await house.post('q', 'ines', 'Combien de temps met un virement ?')
  })
  afterEach(() => house.close())

  const write = async (...outcomes: SendOutcome[]) => {
    house.stage.outcomes = outcomes
    await house.desk.command({
      threadId: house.threadId,
      by: 'maya',
      command: { kind: 'reply', private: false, text: 'Bonjour Inès.' },
    })
    await house.line.drain()
  }
  const rows = async () =>
    (await house.desk.thread(house.threadId))?.outbox.map(({ state, attempts }) => [state, attempts])

  it('tries again only on proof that nothing was posted, and waits as it is told', async () => {
    await write({ kind: 'notPosted', reason: '429', retryAfterMs: 30_000 })
    expect(await rows()).toEqual([['due', 1]])
    await house.pass(29_000)
    expect(house.stage.sent).toHaveLength(1)
    await house.pass(2_000)
    expect(await rows()).toEqual([['sent', 2]])
  })

  it('never sends again what may have been posted, until the platform shows that it is not there', async () => {
    house.stage.seen = { kind: 'cannot', reason: 'the platform lists nothing' }
    await write({ kind: 'unknown', reason: 'timeout' })
    await house.pass(60 * minute)
    expect(house.stage.sent).toHaveLength(1)
    expect(await rows()).toEqual([['unknown', 1]])
    house.stage.seen = { kind: 'absent' }
    await house.pass(2 * minute)
    expect(await rows()).toEqual([['sent', 2]])
  })

  it('finds on the platform what was posted after all', async () => {
    house.stage.seen = { kind: 'found', externalId: 'there' }
    await write({ kind: 'unknown', reason: 'connection reset' })
    expect(await rows()).toEqual([['sent', 1]])
    expect((await house.desk.thread(house.threadId))?.thread.posts.at(-1)?.externalId).toBe('there')
  })

  it('treats a channel that throws as a reply of unknown fate', async () => {
    house.stage.seen = { kind: 'cannot', reason: 'no' }
    house.stage.send = async () => {
      throw new Error('socket hang up')
    }
    await write()
    expect(await rows()).toEqual([['unknown', 1]])
    expect(await house.desk.unknownDeliveries()).toMatchObject([
      { reason: expect.stringContaining('hang up'), unknownSince: house.clock.now() },
    ])
  })

  it('tells the desk of a refusal and sends nothing more', async () => {
    await write({ kind: 'rejected', reason: 'the thread is locked' })
    await house.pass(60 * minute)
    expect(
      house.stage.sent.filter(({ payload }) => payload.kind === 'reply' && payload.act === 'reply'),
    ).toHaveLength(1)
    const view = await house.desk.thread(house.threadId)
    expect(view?.audit.map(({ what }) => what)).toContain('alert')
  })

  it('lets a human settle what nobody knows', async () => {
    house.stage.seen = { kind: 'cannot', reason: 'no' }
    await write({ kind: 'unknown', reason: 'timeout' })
    const [row] = await house.desk.unknownDeliveries()
    expect(
      await house.desk.settleDelivery({ outboxId: row?.id ?? '', by: 'maya', as: 'posted' }),
    ).toMatchObject({ kind: 'done' })
    expect(await rows()).toEqual([['sent', 1]])
    expect(await house.desk.settleDelivery({ outboxId: row?.id ?? '', by: 'maya', as: 'notPosted' })).toEqual(
      { kind: 'notFound' },
    )
  })

  it('keeps one reply in flight a thread', async () => {
    house.stage.seen = { kind: 'cannot', reason: 'no' }
    await write({ kind: 'unknown', reason: 'timeout' })
    expect(
      await house.desk.command({
        threadId: house.threadId,
        by: 'maya',
        command: { kind: 'reply', private: false, text: 'Encore' },
      }),
    ).toMatchObject({ kind: 'refused' })
  })
})
