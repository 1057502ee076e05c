// A moderator decides in Teams: the card, who may press, what becomes of it, and the reply in the thread.
import { afterEach, expect, test } from '@jest/globals'
import { rightAnswer } from '../../fakes/stage.ts'
import { openTeamsHouse, reviewer, reviewersRoom, room, type TeamsHouse } from '../../fakes/teams-house.ts'

const question = 'Combien de temps met un virement ?'
let house: TeamsHouse

afterEach(() => house.close())

interface Button {
  type: string
  verb?: string
  title: string
  data?: Record<string, unknown>
  fallback?: { type: string; data: Record<string, unknown> }
  card?: { actions: Button[] }
}
interface Card {
  body: unknown[]
  actions?: Button[]
}

/** A thread with a member's right answer, and the card that the reviewers get for it. */
async function openReview(): Promise<{ card: Card; approve: Button; edit: Button; reject: Button }> {
  house = await openTeamsHouse()
  await house.say('1', 'ines', question)
  await house.say('2', 'noe', rightAnswer)
  const [posted] = await house.channel.calls(1)
  expect(posted?.path).toBe(`/v3/conversations/${reviewersRoom}/activities`)
  const card = posted?.body.attachments?.[0]?.content as Card
  const [approve, edit, reject] = card.actions ?? []
  if (!approve || !edit?.card?.actions[0] || !reject?.card?.actions[0]) throw new Error('buttons are missing')
  return { card, approve, edit: edit.card.actions[0], reject: reject.card.actions[0] }
}

const press = (button: Button, more: Record<string, unknown> = {}, from: object = reviewer) =>
  house.send({
    type: 'invoke',
    name: 'adaptiveCard/action',
    id: 'f:1',
    serviceUrl: house.channel.serviceUrl,
    channelId: 'msteams',
    from,
    recipient: { id: '28:bot', name: 'Entraide' },
    conversation: { id: reviewersRoom },
    value: {
      action: { type: 'Action.Execute', verb: button.verb, data: { ...button.data, ...more } },
      trigger: 'manual',
    },
  })

test('the card shows question, answer, evidence and draft; approving posts the reply in the thread, once', async () => {
  const { card, approve } = await openReview()
  const shown = JSON.stringify(card.body)
  for (const words of [question.slice(0, 20), 'noe', 'jour ouvré suivant', 'Combien de temps'])
    expect(shown).toContain(words)
  expect(approve.fallback).toMatchObject({ type: 'Action.Submit', data: { verb: 'approve' } })

  const answer = await press(approve)
  expect(answer.status).toBe(200)
  expect(await answer.json()).toMatchObject({
    statusCode: 200,
    type: 'application/vnd.microsoft.card.adaptive',
    value: { body: [{ text: expect.stringContaining('Approuvé') }] },
  })
  const calls = await house.channel.calls(3)
  const reply = calls.filter(({ path }) => path.startsWith(`/v3/conversations/${room}`))
  expect(reply).toHaveLength(1)
  expect(reply[0]?.path).toBe(`/v3/conversations/${room};messageid=1/activities/1`)
  expect(reply[0]?.body.text).toContain('noe')
  const update = calls.find(({ method }) => method === 'PUT')
  expect(update?.path).toBe(`/v3/conversations/${reviewersRoom}/activities/m1`)
  expect(JSON.stringify(update?.body)).not.toContain('Action.Execute')

  const again = await press(approve)
  expect(JSON.stringify(await again.json())).toContain('déjà décidé')
  await house.app.house.line.drain()
  expect(house.channel.posted).toHaveLength(3)
})

test('an edited text goes out instead of the draft', async () => {
  const { edit } = await openReview()
  await press(edit, { text: 'Oui, le jour ouvré suivant.' })
  const calls = await house.channel.calls(3)
  expect(calls.find(({ path }) => path.includes(room))?.body.text).toBe('Oui, le jour ouvré suivant.')
})

test('a rejected draft sends nothing', async () => {
  const { reject } = await openReview()
  await press(reject, { reason: 'pas maintenant' })
  await house.channel.calls(2)
  await house.app.house.line.drain()
  expect(house.channel.posted.filter(({ path }) => path.includes(room))).toEqual([])
  const [thread] = await house.threads()
  const view = await house.app.house.desk.thread(thread?.id ?? '')
  expect(view?.reviews[0]).toMatchObject({
    by: 'teams:Rosa',
    decision: { kind: 'reject', reason: 'pas maintenant' },
  })
})

test('somebody who is no reviewer decides nothing', async () => {
  const { approve } = await openReview()
  const answer = await press(approve, {}, { id: '29:stranger', name: 'Stranger' })
  expect(JSON.stringify(await answer.json())).toContain('Seules les personnes')
  const [thread] = await house.threads()
  expect(thread?.suggestion).not.toBeNull()
})

test('an approval that saw an older thread is refused and says what changed', async () => {
  const { approve } = await openReview()
  await house.say('3', 'max', 'Moi ça a pris deux heures, et c’était payant.')
  await house.app.house.line.drain()
  const answer = JSON.stringify(await (await press(approve)).json())
  expect(answer).toContain('Le fil a changé')
  expect(house.channel.posted.filter(({ path }) => path.includes(`${room};`))).toEqual([])
})

test('an older client’s button works as a message', async () => {
  const { approve } = await openReview()
  await house.send({
    type: 'message',
    id: '99',
    serviceUrl: house.channel.serviceUrl,
    channelId: 'msteams',
    from: reviewer,
    recipient: { id: '28:bot' },
    conversation: { id: reviewersRoom },
    value: approve.fallback?.data,
  })
  const calls = await house.channel.calls(4)
  expect(calls.filter(({ path }) => path.startsWith(`/v3/conversations/${room}`))).toHaveLength(1)
})

test('a decision in the console closes the card in Teams', async () => {
  await openReview()
  const { desk } = house.app.house
  const [thread] = await house.threads()
  await desk.review({
    suggestionId: thread?.suggestion?.id ?? '',
    threadVersion: thread?.version ?? 0,
    by: 'console',
    decision: { kind: 'approve' },
  })
  const calls = await house.channel.calls(3)
  expect(calls.find(({ method }) => method === 'PUT')?.path).toContain(reviewersRoom)
})

test('a reply whose fate is unknown waits for a human and is never posted again by itself', async () => {
  const { approve } = await openReview()
  house.channel.misbehave.push({ status: 502 }, { status: 502 })
  await press(approve)
  await house.channel.calls(3)
  await house.app.house.line.drain()
  await house.app.house.line.drain()
  expect(
    house.channel.posted.filter(({ path }) => path.startsWith(`/v3/conversations/${room}`)),
  ).toHaveLength(1)
  const unknown = await house.app.house.desk.unknownDeliveries()
  expect(unknown.some(({ payload }) => payload.kind === 'reply')).toBe(true)
})
