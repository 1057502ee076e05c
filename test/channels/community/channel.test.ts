// The way out to the built-in page: what was sent is found again, what was not is certainly absent.
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { communityChannel } from '../../../src/channels/index.ts'
import type { Channel } from '../../../src/ports/index.ts'
import { answer, ask, type Community, openCommunity, replyRow } from './fixture.ts'

let community: Community
let channel: Channel
beforeEach(async () => {
  community = await openCommunity()
  channel = communityChannel(community)
})
afterEach(() => community.close())

describe('a reply', () => {
  it('is sent under an identity that depends on its row alone', async () => {
    const row = replyRow('t.o1', 't', 'Bonjour', false, 0)
    expect(await channel.send(row)).toEqual({ kind: 'sent', externalId: 'brand-t.o1' })
    expect(await channel.send(row)).toEqual({ kind: 'sent', externalId: 'brand-t.o1' })
  })

  it('is absent until the house keeps it with its thread, then found', async () => {
    const { id } = await ask(community.visitor(), 'Une question')
    const row = replyRow(`${id}.o1`, id, 'Bonjour', false, 0)
    expect(await channel.readBack(row)).toEqual({ kind: 'absent' })
    await community.brandReply(id, 'Bonjour')
    expect(await channel.readBack(row)).toEqual({ kind: 'found', externalId: `brand-${id}.o1` })
  })
})

describe('hiding', () => {
  const hideRow = (externalId: string) => ({
    ...replyRow('t.hide', 't', '', false, 0),
    payload: { kind: 'hide', externalId, address: null } as const,
  })

  it('takes the post off the page, and again is the same', async () => {
    const { path, id } = await ask(community.visitor(), 'Une question')
    const post = await answer(await community.as('member'), path, 'Arnaque')
    for (let times = 0; times < 2; times++) {
      expect(await channel.send(hideRow(post))).toEqual({ kind: 'sent', externalId: post })
    }
    expect((await community.thread(id)).posts.at(-1)?.hidden).toBe(true)
    const page = await (await community.visitor().get(path)).text()
    expect(page).toContain('Masqué par Luma.')
    expect(page).not.toContain('Arnaque')
  })

  it('of a post that is not there is refused', async () => {
    expect(await channel.send(hideRow('nothing'))).toMatchObject({ kind: 'rejected' })
  })
})

it('refuses cards', async () => {
  const row = {
    ...replyRow('t.card', 't', '', false, 0),
    payload: { kind: 'card', suggestionId: null, replaces: null, body: {} } as const,
  }
  expect(await channel.send(row)).toMatchObject({ kind: 'rejected' })
})
