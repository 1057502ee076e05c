// A customer's own file is not for a public page: the talk goes on in private, or by a call, and nobody else hears it.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Queue } from '../../../src/desks/console/client/api.ts'
import type { Desk } from '../../../src/flow/index.ts'
import type { PageSettings } from '../../../src/ports/index.ts'
import { findings } from '../../fakes/axe.ts'
import { keepPicture, openBrowser } from '../../fakes/browser.ts'
import { type DemoHouse, openDemoHouse } from '../../fakes/demo-house.ts'
import { until } from '../../fakes/until.ts'
import { type Visitor, visitorOf } from '../../fakes/visitor.ts'

const question =
  'Mon dossier de crédit est bloqué depuis lundi, pouvez-vous vérifier mon dossier et me dire où il en est ?'

let house: DemoHouse
let moderator: Visitor
beforeAll(async () => {
  house = await openDemoHouse({ trustProxy: true })
  moderator = await house.as('moderator')
}, 90_000)
afterAll(() => house.close())

/** Each visitor from an address of their own, so that the limit against flooding is not what is tested. */
let addresses = 0
const someone = () => {
  addresses += 1
  return visitorOf(house.url, { 'x-forwarded-for': `192.0.2.${addresses}` })
}

const textOf = async (answer: Promise<Response>) => (await answer).text()
const hidden = (page: string, form: string) =>
  new RegExp(`action="[^"]*/${form}"[^]*?name="key" value="([\\w-]+)"`).exec(page)?.[1] ?? ''

/** Asks, and approves the hand-over that is drafted. */
async function askAndHandOver(asker: Visitor) {
  const list = await textOf(asker.get('/c/lanterne'))
  const asked = await asker.post('/c/lanterne/ask', {
    text: question,
    name: 'Solène',
    key: hidden(list, 'ask'),
  })
  const path = asked.headers.get('location') ?? ''
  const id = path.split('/').at(-1) ?? ''
  const { desk, news } = house.app.house
  const view = await until(news, async () => {
    const found = await desk.thread(id)
    return found?.suggestion?.kind === 'handOver' ? found : undefined
  })
  const decided = await moderator.send('POST', '/api/desk/reviews', {
    suggestionId: view.suggestion?.id,
    threadVersion: view.thread.version,
    decision: { kind: 'approve' },
  })
  expect(decided.status).toBe(200)
  const handed = await until(news, async () => {
    const found = await desk.thread(id)
    return found?.thread.handOver ? found : undefined
  })
  return { id, path, reply: handed.thread.posts.at(-1)?.text ?? '', handed }
}

async function change(settings: Partial<PageSettings>): Promise<void> {
  const { desk } = house.app.house
  const [page] = await desk.pages()
  if (!page) throw new Error('The demonstration has no page.')
  expect(await desk.saveSettings({ ...page, ...settings }, 'admin')).toMatchObject({ kind: 'saved' })
}

describe('where the page has private messages', () => {
  test('asker and brand go on between themselves; nobody else reads, finds or is fed it', async () => {
    const asker = someone()
    const { id, path, handed } = await askAndHandOver(asker)
    expect(handed.thread.state).toBe('handedOver')
    const page = await textOf(asker.get(path))
    expect(page).toContain('Écrire à Banque Lanterne en privé')
    const told = await asker.post(`${path}/private`, {
      text: 'Mon dossier a le nom ZORGLUB',
      key: hidden(page, 'private'),
    })
    expect(told.status).toBe(303)

    const { desk, news } = house.app.house
    const back = await until(news, async () => {
      const { items } = (await (await moderator.get('/api/desk/queue')).json()) as Queue
      return items.find(({ thread }) => thread.id === id)
    })
    expect(back.thread.posts.at(-1)).toMatchObject({ text: 'Mon dossier a le nom ZORGLUB', private: true })
    const answered = await moderator.send('POST', `/api/desk/threads/${id}/command`, {
      kind: 'reply',
      text: 'Le dossier ZORGLUB est complet depuis hier.',
      private: true,
    })
    expect(answered.status).toBe(200)
    await until(news, async () => ((await desk.thread(id))?.thread.posts.at(-1)?.outboxId ? true : undefined))

    expect(await textOf(asker.get(path))).toContain('Le dossier ZORGLUB est complet')
    const others = [someone(), await house.as('member')]
    for (const other of others) {
      expect(await textOf(other.get(path))).not.toContain('ZORGLUB')
      expect(await textOf(other.get('/c/lanterne?q=zorglub'))).not.toContain(path)
    }
    expect(await textOf(someone().get('/c/lanterne/feed.atom'))).not.toContain('ZORGLUB')
  })

  test('a stranger cannot write into it', async () => {
    const asker = someone()
    const { id, path } = await askAndHandOver(asker)
    const member = await house.as('member')
    const before = (await house.app.house.desk.thread(id))?.thread.posts.length
    await member.post(`${path}/private`, { text: 'Je lis aussi', key: 'x'.repeat(20) })
    expect((await house.app.house.desk.thread(id))?.thread.posts.length).toBe(before)
  })
})

test('in a browser: the private form stands apart from the public one, and the call-back form reads well on a phone', async () => {
  const browser = await openBrowser()
  try {
    const page = await browser.newPage({
      baseURL: house.url,
      locale: 'fr-FR',
      viewport: { width: 390, height: 844 },
      extraHTTPHeaders: { 'x-forwarded-for': '192.0.2.250' },
    })
    const asker = someone()
    const { id, path } = await askAndHandOver(asker)
    await page
      .context()
      .addCookies([...asker.cookies].map(([name, value]) => ({ name, value, url: house.url })))
    await page.goto(path)
    await page.getByLabel('Écrire à Banque Lanterne en privé').fill('Mon numéro de dossier est 4711')
    await page.locator('#private').getByRole('button', { name: 'Envoyer' }).click()
    await page.getByText('Vous et Banque Lanterne seuls voyez ceci').waitFor()
    await keepPicture(page, 'community-in-private')
    expect(await findings(page)).toEqual([])

    await page.goto(new URL(house.app.house.callBackLinks.linkTo(id)).pathname)
    await page.getByLabel('Votre numéro de téléphone').waitFor()
    await keepPicture(page, 'call-back-form')
    expect(await findings(page)).toEqual([])
  } finally {
    await browser.close()
  }
})

describe('where the page has none', () => {
  const calls = async () =>
    (
      (await (await moderator.get('/api/desk/calls')).json()) as {
        calls: Awaited<ReturnType<Desk['callBacks']>>
      }
    ).calls

  test('a signed link leads to a form, the request to the desk, and the call made leaves no number', async () => {
    await change({ privateMeans: 'form' })
    const { reply, handed } = await askAndHandOver(someone())
    const link = /https?:\/\/\S+\/call-back\/\S+/.exec(reply)?.[0] ?? ''
    const { pathname } = new URL(link)
    expect(reply).toContain(handed.thread.handOver?.reference ?? 'no reference')

    const anyone = someone()
    const form = await textOf(anyone.get(pathname))
    expect(form).toContain(handed.thread.handOver?.reference ?? 'no reference')
    expect(form).not.toContain('dossier de crédit')

    const refused = await anyone.post(pathname, { name: ' ', phone: 'appelez-moi', when: 'soon' })
    expect(refused.status).toBe(422)
    const again = await refused.text()
    expect(again).toContain('Indiquez votre nom.')
    expect(again).toContain('value="appelez-moi"')
    const gone = await anyone.post(pathname, {
      name: 'Solène',
      phone: '06 12 34 56 78',
      when: '1000000000000',
    })
    expect(await gone.text()).toContain('n’est plus libre')
    expect(await calls()).toEqual([])

    const when = /<option value="(\d+)"/.exec(form)?.[1] ?? 'soon'
    const kept = await anyone.post(pathname, { name: 'Solène', phone: '06 12 34 56 78', when })
    expect(kept.status).toBe(200)
    const [call] = await calls()
    expect(call).toMatchObject({
      name: 'Solène',
      phone: '06 12 34 56 78',
      reference: handed.thread.handOver?.reference,
    })
    expect(call?.when?.from ?? 'soon').toBe(when === 'soon' ? 'soon' : Number(when))
    const audit = JSON.stringify(await house.app.house.desk.audit({ limit: 50 }))
    expect(audit).toContain('asks to be called')
    expect(audit).not.toContain('06 12 34')

    expect((await moderator.send('POST', `/api/desk/calls/${call?.id}/done`, {})).status).toBe(200)
    expect(await calls()).toEqual([])
    const rows = await house.app.house.store.read((tx) =>
      tx.callBacks({ threadId: call?.threadId ?? '', limit: 9 }),
    )
    expect(rows).toMatchObject([{ name: '', phone: '' }])
    expect((await moderator.send('POST', `/api/desk/calls/${call?.id}/done`, {})).status).toBe(404)
  })

  test('a link that was not made here, and one whose question is gone, say so and keep nothing', async () => {
    const asker = someone()
    const { path, reply } = await askAndHandOver(asker)
    const { pathname } = new URL(/https?:\/\/\S+\/call-back\/\S+/.exec(reply)?.[0] ?? '')
    const forged = `${pathname.slice(0, -3)}AAA`
    const filled = { name: 'Solène', phone: '06 12 34 56 78', when: 'soon' }
    expect((await someone().post(forged, filled)).status).toBe(410)
    const root = (await house.app.house.desk.thread(path.split('/').at(-1) ?? ''))?.thread.externalId
    expect((await asker.post(`${path}/posts/${root}/delete`, {})).status).toBe(303)
    expect((await someone().post(pathname, filled)).status).toBe(410)
    expect(await calls()).toEqual([])
  })

  test('what only a machine fills in is thanked and dropped', async () => {
    const { reply } = await askAndHandOver(someone())
    const { pathname } = new URL(/https?:\/\/\S+\/call-back\/\S+/.exec(reply)?.[0] ?? '')
    const filled = { name: 'Bot', phone: '06 12 34 56 78', when: 'soon', website: 'http://x.example' }
    expect((await someone().post(pathname, filled)).status).toBe(200)
    expect(await calls()).toEqual([])
  })
})
