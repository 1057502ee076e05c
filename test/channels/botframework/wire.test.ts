// Teams over the wire: what comes in is kept before it is answered, and what goes out is posted once.
import { afterEach, describe, expect, test } from '@jest/globals'
import { rightAnswer } from '../../fakes/stage.ts'
import { message, openTeamsHouse, room, type TeamsHouse } from '../../fakes/teams-house.ts'
import { until } from '../../fakes/until.ts'

const question = 'Combien de temps met un virement ?'
let house: TeamsHouse

afterEach(() => house.close())

describe('coming in', () => {
  test('a message is in the database when it is answered, and its thread is the conversation’s', async () => {
    house = await openTeamsHouse()
    const answer = await house.say('1', 'ines', `<at>Entraide</at> ${question}`, {
      entities: [
        { type: 'mention', text: '<at>Entraide</at>', mentioned: { id: '28:bot', name: 'Entraide' } },
      ],
    })
    expect(answer.status).toBe(200)
    await house.say('2', 'noe', rightAnswer)
    await house.app.house.line.drain()
    const [thread, ...others] = await house.threads()
    expect(others).toEqual([])
    expect(thread?.posts.map(({ text, author }) => [author.role, text])).toEqual([
      ['asker', question],
      ['member', rightAnswer],
    ])
  })

  test('the same message delivered again is one post', async () => {
    house = await openTeamsHouse()
    await house.say('1', 'ines', question)
    expect((await house.say('1', 'ines', question)).status).toBe(200)
    await house.app.house.line.drain()
    expect((await house.threads())[0]?.posts).toHaveLength(1)
  })

  test('an edit, a deletion and a like reach their post; a link preview is no edit', async () => {
    house = await openTeamsHouse()
    await house.say('1', 'ines', question)
    await house.say('2', 'noe', 'Ça dépend de la banque, je crois.')
    await house.say('3', 'max', 'Deux jours chez moi en tout cas.')
    await house.app.house.line.drain()
    const update = { type: 'messageUpdate', timestamp: new Date(Date.now() + 1_000).toISOString() }
    await house.say('2', 'noe', rightAnswer, { ...update, channelData: { eventType: 'editMessage' } })
    await house.say('1', 'ines', 'Aperçu', { ...update, channelData: { eventType: 'linkPreview' } })
    await house.say('3', 'max', '', {
      ...update,
      type: 'messageDelete',
      channelData: { eventType: 'softDeleteMessage' },
    })
    await house.say('9', 'ines', '', {
      type: 'messageReaction',
      replyToId: '2',
      reactionsAdded: [{ type: 'like' }],
    })
    await house.app.house.line.drain()
    const posts = (await house.threads())[0]?.posts ?? []
    expect(posts.map(({ text, deleted, likes }) => ({ text, deleted, likes }))).toEqual([
      { text: question, deleted: false, likes: 0 },
      { text: rightAnswer, deleted: false, likes: 1 },
      { text: expect.any(String), deleted: true, likes: 0 },
    ])
  })

  test('a colleague who answers in Teams is the brand', async () => {
    house = await openTeamsHouse()
    await house.say('1', 'ines', question)
    await house.say('2', 'brand', 'Bonjour Inès, le jour ouvré suivant.')
    await house.app.house.line.drain()
    expect((await house.threads())[0]?.posts.at(-1)?.author.role).toBe('brand')
  })

  test('in a chat a question opens a thread, what follows belongs to it, and a quote says what it answers', async () => {
    house = await openTeamsHouse()
    const chat = {
      conversation: { id: '19:chat@unq', conversationType: 'groupChat', tenantId: 'tenant' },
      channelData: {},
    }
    await house.say('1', 'ines', question, chat)
    await house.say('2', 'noe', rightAnswer, chat)
    await house.say('3', 'lea', 'Comment changer d’adresse ?', chat)
    await house.say('4', 'max', 'Un virement, c’est le lendemain.', {
      ...chat,
      attachments: [{ contentType: 'messageReference', content: '{"messageId":"1"}' }],
    })
    await house.say('2', 'noe', rightAnswer, chat)
    await house.app.house.line.drain()
    const threads = (await house.threads()).map(({ posts }) => posts.map(({ text }) => text))
    expect(threads.toSorted((a, b) => b.length - a.length)).toEqual([
      [question, rightAnswer, 'Un virement, c’est le lendemain.'],
      ['Comment changer d’adresse ?'],
    ])
  })

  test('a conversation that no page is set up for is refused and leaves nothing behind', async () => {
    house = await openTeamsHouse({ pages: { [room]: 'elsewhere' } })
    const answer = await house.say('1', 'ines', question)
    expect(answer.status).toBe(404)
    expect(await answer.json()).toEqual({ error: expect.stringContaining('bot.pages') })
    expect(await house.threads()).toEqual([])
  })
})

describe('bad input', () => {
  test.each([
    ['a malformed activity', { type: 'message' }, {}, 400, 'serviceUrl'],
    ['a text that is no text', { ...message('http://127.0.0.1:1', '1', 'a', ''), text: 7 }, {}, 400, 'text'],
    ['another content type', {}, { 'content-type': 'text/plain' }, 415, ''],
    [
      'a service elsewhere while anonymous',
      message('https://evil.example', '1', 'a', 'b'),
      {},
      401,
      'machine',
    ],
  ])('%s is refused, and the house lives on', async (_, activity, headers, status, says) => {
    house = await openTeamsHouse()
    const answer = await house.send(activity, headers)
    expect(answer.status).toBe(status)
    expect(await answer.text()).toContain(says)
    expect((await house.say('1', 'ines', question)).status).toBe(200)
    const [thread] = await until(house.app.house.news, async () => {
      const threads = await house.threads()
      return threads.length > 0 && threads
    })
    expect(thread?.posts.map(({ text }) => text)).toEqual([question])
  })

  test.each([
    ['too large', JSON.stringify({ text: 'a'.repeat(300_000) }), 413],
    ['not UTF-8', Buffer.from([0x7b, 0xff, 0xfe, 0x7d]), 400],
    ['not JSON', '{"type":', 400],
  ])('a body that is %s is refused', async (_, body, status) => {
    house = await openTeamsHouse()
    const answer = await fetch(`${house.url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    })
    expect(answer.status).toBe(status)
    expect(await house.threads()).toEqual([])
  })

  test('with an app id a message needs its token; without one it needs the explicit setting', async () => {
    house = await openTeamsHouse({ appId: '00000000-0000-0000-0000-000000000001' })
    expect((await house.say('1', 'ines', question)).status).toBe(401)
    expect((await house.say('1', 'ines', question, {})).status).toBe(401)
    await house.close()
    house = await openTeamsHouse({ anonymous: false })
    expect((await house.say('1', 'ines', question)).status).toBe(401)
    expect(await house.threads()).toEqual([])
  })
})
