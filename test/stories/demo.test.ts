// The demonstration as a newcomer meets it: each thread stands where its script says, and together they show everything.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { demoPage, demoThreads } from '../../src/demo/index.ts'
import { type ThreadView, threadIdOf } from '../../src/flow/index.ts'
import { type DemoHouse, openDemoHouse } from '../fakes/demo-house.ts'

let house: DemoHouse
const views = new Map<string, ThreadView>()
beforeAll(async () => {
  house = await openDemoHouse()
  for (const { id } of demoThreads) {
    const view = await house.app.house.desk.thread(threadIdOf(demoPage.channel, demoPage.pageId, id))
    if (view) views.set(id, view)
  }
}, 60_000)
afterAll(() => house.close())

const viewOf = (id: string): ThreadView => {
  const view = views.get(id)
  if (!view) throw new Error(`The thread ${id} is not there.`)
  return view
}
const postedBy = ({ thread }: ThreadView) =>
  thread.acts.filter(({ state }) => state === 'posted').map(({ kind }) => kind)

describe('each thread', () => {
  const sent = demoThreads.filter(({ approved }) => approved)
  test.each(sent.map(({ id, expect: kind }) => [id, kind] as const))('%s: %s is sent', (id, kind) => {
    const view = viewOf(id)
    expect(postedBy(view).filter((done) => done !== 'acknowledge')).toEqual([kind])
    expect(view.suggestion).toBeNull()
  })

  const drafted = demoThreads.filter(
    ({ approved, expect: kind }) => !approved && kind !== null && kind !== 'acknowledge',
  )
  test.each(drafted.map(({ id, expect: kind }) => [id, kind] as const))(
    '%s: a draft to %s, in words, waits',
    (id, kind) => {
      const { suggestion } = viewOf(id)
      expect(suggestion).toMatchObject({ kind, state: 'open', cannot: null })
      expect(suggestion?.text).not.toBe('')
    },
  )

  const heard = demoThreads.filter(({ expect: kind }) => kind === 'acknowledge')
  test.each(heard.map(({ id }) => id))('%s: acknowledged, no more', (id) => {
    expect(postedBy(viewOf(id))).toEqual(['acknowledge'])
    expect(viewOf(id).suggestion).toBeNull()
  })

  const silent = demoThreads.filter(({ expect: kind }) => kind === null)
  test.each(silent.map(({ id }) => id))('%s: the brand keeps silent', (id) => {
    expect(viewOf(id).thread).toMatchObject({ acts: [], suggestion: null, state: 'waiting' })
  })
})

test('together they show every state and a draft of every kind', () => {
  const all = [...views.values()]
  const states = new Set(all.map(({ thread }) => thread.state))
  expect([...states]).toEqual(
    expect.arrayContaining(['waiting', 'drafted', 'answered', 'handedOver', 'escalated']),
  )
  const drafts = new Set(all.flatMap(({ suggestion }) => suggestion?.kind ?? []))
  expect([...drafts]).toEqual(
    expect.arrayContaining(['validate', 'complete', 'correct', 'answer', 'handOver', 'warn', 'escalate']),
  )
  const marks = new Set(all.flatMap(({ thread }) => thread.marks.map(({ mark }) => mark)))
  expect([...marks].toSorted()).toEqual(['completed', 'corrected', 'validated'])
  const acknowledged = all.filter(({ thread }) => thread.state === 'waiting' && thread.acts.length > 0)
  expect(acknowledged).not.toEqual([])
})

test('the newcomer’s page lists them, and nothing of the past is late to happen', async () => {
  const visitor = await house.as('customer')
  const page = await (await visitor.get(`/c/${demoPage.pageId}`)).text()
  expect(page).toContain('Quel est le taux du livret Balise')
  const due = await house.app.house.store.read((tx) => tx.outboxIn(['due', 'sending', 'unknown'], 10))
  expect(due).toEqual([])
})
