// A spike stops what goes out by itself on its page, until a human lifts the brake.
import { expect, test } from '@jest/globals'
import { threadIdOf } from '../../src/flow/index.ts'
import { brakeOn } from '../../src/policy/index.ts'
import { aPage } from '../fakes/matter.ts'
import { openStage } from '../fakes/stage.ts'

const fraud = 'Au secours, on vient de me pirater, un faux conseiller vide mon compte en ce moment !'

test('three crises within the hour pull the brake; nobody is acknowledged by itself until it is lifted', async () => {
  const house = await openStage()
  const heard: string[] = []
  house.news.subscribe((item) => item.kind === 'alert' && heard.push(item.sentence))
  for (const id of ['c1', 'c2', 'c3']) await house.post(id, `asker-${id}`, fraud, { threadExternalId: id })
  const [page] = await house.desk.pages()
  expect(page?.brake?.reason).toContain('3 crises')
  expect(heard.some((sentence) => sentence.startsWith('The brake is pulled'))).toBe(true)

  await house.post('q', 'ines', 'Combien de temps met un virement ?')
  await house.pass(6 * 60_000)
  expect(
    house.stage.sent.filter(({ payload }) => payload.kind === 'reply' && payload.act === 'acknowledge'),
  ).toEqual([])

  await house.desk.brake({ pageId: 'page', pulled: false, reason: 'calm again', by: 'rosa' })
  await house.pass(60_000)
  expect(
    house.stage.sent.filter(({ payload }) => payload.kind === 'reply' && payload.act === 'acknowledge'),
  ).toHaveLength(1)
  const lines = await house.desk.audit({ pageId: 'page', limit: 50 })
  expect(lines.filter(({ what }) => what.startsWith('brake')).map(({ what, by }) => [what, by])).toEqual([
    ['brakeLifted', 'rosa'],
    ['brakePulled', 'policy'],
  ])
  await house.close()
})

test('a spike of one topic stops that topic alone', async () => {
  const house = await openStage({ autonomy: { ...aPage().autonomy, acknowledge: { mode: 'manual' } } })
  for (let place = 0; place < 10; place += 1)
    await house.post(
      `v${place}`,
      `asker-${place}`,
      'Encore un virement qui met un temps fou, je suis très mécontent de votre service.',
      {
        threadExternalId: `v${place}`,
      },
    )
  const [page] = await house.desk.pages()
  expect(page).toMatchObject({
    brake: null,
    topicBrakes: { transfer: { reason: expect.stringContaining('angry threads within an hour') } },
  })
  const judged = async (text: string, id: string) => {
    await house.post(id, `asker-${id}`, text, { threadExternalId: id })
    const thread = await house.desk.thread(threadIdOf('stage', 'page', id))
    if (!thread || !page) throw new Error('It is not there.')
    return brakeOn(thread.thread, page)
  }
  expect(await judged('Combien de temps met un virement ?', 'more')).toMatchObject({
    since: expect.any(Number),
  })
  expect(await judged('Comment bloquer ma carte ?', 'card')).toBeNull()

  await house.desk.brake({
    pageId: 'page',
    topic: 'transfer',
    pulled: false,
    reason: 'calm again',
    by: 'rosa',
  })
  expect((await house.desk.pages())[0]).toMatchObject({ topicBrakes: {}, calmedAt: house.clock.now() })
  await house.close()
})
