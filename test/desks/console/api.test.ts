// The console's API over the wire: who may, what a decision answers, and what bad input is told.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Queue } from '../../../src/desks/console/client/api.ts'
import type { PageSettings } from '../../../src/ports/index.ts'
import { type DemoHouse, openDemoHouse } from '../../fakes/demo-house.ts'
import { until } from '../../fakes/until.ts'
import type { Visitor } from '../../fakes/visitor.ts'

let house: DemoHouse
let moderator: Visitor
let admin: Visitor

beforeAll(async () => {
  house = await openDemoHouse()
  moderator = await house.as('moderator')
  admin = await house.as('admin')
}, 90_000)
afterAll(() => house.close())

const queueOf = async (visitor: Visitor): Promise<Queue> =>
  (await (await visitor.get('/api/desk/queue')).json()) as Queue

/** A draft that can be approved as it stands. */
async function openDraft() {
  const { items } = await queueOf(moderator)
  const item = items.find(
    ({ suggestion, thread }) => suggestion?.cannot === null && thread.suggestion?.approvalsNeeded === 1,
  )
  if (!item?.suggestion) throw new Error('The demonstration has no draft left.')
  return { suggestionId: item.suggestion.id, threadVersion: item.thread.version, threadId: item.thread.id }
}

const review = (visitor: Visitor, draft: { suggestionId: string; threadVersion: number }, decision: object) =>
  visitor.send('POST', '/api/desk/reviews', {
    suggestionId: draft.suggestionId,
    threadVersion: draft.threadVersion,
    decision,
  })

describe('who may', () => {
  test.each([
    ['customer', '/api/desk/queue', 403],
    ['member', '/api/desk/queue', 403],
    ['moderator', '/api/desk/queue', 200],
    ['moderator', '/api/people', 403],
    ['moderator', '/api/desk/audit', 403],
    ['admin', '/api/people', 200],
    ['admin', '/api/desk/audit', 200],
  ] as const)('%s at %s: %i', async (role, path, status) => {
    expect((await (await house.as(role)).get(path)).status).toBe(status)
  })

  test('a visitor is asked to sign in, and decides nothing', async () => {
    const stranger = await fetch(`${house.url}/api/desk/queue`)
    expect(stranger.status).toBe(401)
    const draft = await openDraft()
    expect((await review(await house.as('member'), draft, { kind: 'approve' })).status).toBe(403)
  })

  test('another site cannot decide with a moderator’s session', async () => {
    const draft = await openDraft()
    const cookie = [...moderator.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(`${house.url}/api/desk/reviews`, {
      method: 'POST',
      headers: { cookie, origin: 'https://evil.example', 'content-type': 'application/json' },
      body: JSON.stringify({ ...draft, decision: { kind: 'approve' } }),
    })
    expect(answer.status).toBe(403)
  })
})

test('the queue is crisis first, then oldest first', async () => {
  const { items } = await queueOf(moderator)
  const order = items.map(({ thread }) => [thread.crisis ? 0 : 1, thread.openedAt] as const)
  expect(items.length).toBeGreaterThan(3)
  expect(order).toEqual(order.toSorted((a, b) => a[0] - b[0] || a[1] - b[1]))
})

describe('a decision', () => {
  test('is refused when the thread changed since, and says what changed', async () => {
    const draft = await openDraft()
    const answer = await review(
      moderator,
      { ...draft, threadVersion: draft.threadVersion - 1 },
      { kind: 'approve' },
    )
    expect(answer.status).toBe(409)
    expect(await answer.json()).toMatchObject({ refusal: { kind: 'stale', changed: expect.any(String) } })
  })

  test('of two moderators at once counts once', async () => {
    const draft = await openDraft()
    const answers = await Promise.all([
      review(moderator, draft, { kind: 'approve' }),
      review(admin, draft, { kind: 'approve' }),
    ])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
    const view = await house.app.house.desk.thread(draft.threadId)
    const replies = view?.outbox.filter(
      ({ payload }) => payload.kind === 'reply' && payload.act !== 'acknowledge',
    )
    expect(replies).toHaveLength(1)
  })

  test('to edit sends the moderator’s words', async () => {
    const draft = await openDraft()
    const text = 'Bonjour, nous vous répondons ici même.'
    expect((await review(moderator, draft, { kind: 'edit', text })).status).toBe(200)
    const { desk, news } = house.app.house
    const sent = await until(news, async () =>
      (await desk.thread(draft.threadId))?.thread.posts.find(
        (post) => post.author.role === 'brand' && post.text === text,
      ),
    )
    expect(sent.outboxId).not.toBeNull()
  })

  test('to reject sends nothing and is kept with its reason', async () => {
    const draft = await openDraft()
    expect((await review(moderator, draft, { kind: 'reject', reason: 'ton' })).status).toBe(200)
    const view = await house.app.house.desk.thread(draft.threadId)
    expect(view?.reviews.at(-1)?.decision).toEqual({ kind: 'reject', reason: 'ton' })
    expect(view?.suggestion?.id).not.toBe(draft.suggestionId)
  })

  test.each([
    ['without a decision', {}, 'decision'],
    ['with an empty text', { decision: { kind: 'edit', text: ' ' } }, 'decision.text'],
    ['with a field too many', { decision: { kind: 'approve' }, force: true }, 'force'],
  ])('%s is told which field is wrong', async (_, wrong, field) => {
    const draft = await openDraft()
    const answer = await moderator.send('POST', '/api/desk/reviews', {
      suggestionId: draft.suggestionId,
      threadVersion: draft.threadVersion,
      ...wrong,
    })
    expect(answer.status).toBe(400)
    expect(JSON.stringify(await answer.json())).toContain(field)
  })
})

describe('settings', () => {
  test('are changed by an admin alone, at once, and written down', async () => {
    const [page] = (await house.app.house.desk.pages()) as PageSettings[]
    if (!page) throw new Error('The demonstration has no page.')
    const path = `/api/desk/pages/${page.pageId}`
    expect((await moderator.send('PUT', path, page)).status).toBe(403)
    const answer = await admin.send('PUT', path, { ...page, takeChargeMs: 300_000 })
    expect(answer.status).toBe(200)
    const [changed] = await house.app.house.desk.pages()
    expect(changed?.takeChargeMs).toBe(300_000)
    const lines = await house.app.house.desk.audit({ pageId: page.pageId, limit: 20 })
    expect(lines.filter(({ what }) => what === 'settingsChanged')).toMatchObject([
      { sentence: 'takeChargeMs' },
    ])
  })

  test('a slot that ends before it begins is refused by name', async () => {
    const [page] = await house.app.house.desk.pages()
    if (!page) throw new Error('The demonstration has no page.')
    const hours = [[{ from: '18:00', until: '09:00' }], [], [], [], [], [], []]
    const answer = await admin.send('PUT', `/api/desk/pages/${page.pageId}`, { ...page, hours })
    expect(answer.status).toBe(400)
    expect(JSON.stringify(await answer.json())).toContain('hours')
  })
})

describe('the FAQ', () => {
  test('an entry without a question is refused, one with it is saved', async () => {
    const wrong = await admin.send('PUT', '/api/desk/entries', { id: 'new', answer: { fr: 'Oui.' } })
    expect(wrong.status).toBe(400)
    expect(JSON.stringify(await wrong.json())).toContain('question')
    const right = await admin.send('PUT', '/api/desk/entries', {
      id: 'new',
      question: { fr: 'Avez-vous un parking ?' },
      answer: { fr: 'Oui, devant l’agence.' },
      keyPoints: [{ fr: 'Devant l’agence' }],
    })
    expect(right.status).toBe(200)
    expect((await house.app.house.desk.entries()).map(({ id }) => id)).toContain('new')
  })
})
