// The community page in a real Chromium: by hand, without script, live, for a screen reader, on a phone, under attack.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { findings } from '../../fakes/axe.ts'
import { keepPicture, openBrowser } from '../../fakes/browser.ts'
import { answer, ask, type Community, openCommunity } from './fixture.ts'

let browser: Browser
let community: Community
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())
beforeEach(async () => {
  community = await openCommunity()
})
afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()))
  await community.close()
})

const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 }

/** A fresh reader; anything that goes wrong in their console fails the test that looks at `problems`. */
async function open(options: BrowserContextOptions = {}): Promise<Page & { problems: string[] }> {
  const context = await browser.newContext({ locale: 'fr-FR', baseURL: community.url, ...options })
  const page = await context.newPage()
  page.setDefaultTimeout(8_000)
  const problems: string[] = []
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()))
  page.on('pageerror', (error) => problems.push(error.message))
  page.on('dialog', (dialog) => {
    problems.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  return Object.assign(page, { problems })
}

async function signIn(page: Page, door: string): Promise<void> {
  await page.goto('/')
  await page.getByRole('button', { name: door }).click()
  await page.waitForURL('**/c/luma')
}

async function askAs(page: Page, text: string, name: string | null = 'Zoé'): Promise<void> {
  await page.goto('/c/luma')
  await page.getByLabel('Votre question').fill(text)
  if (name) await page.getByLabel('Votre nom').fill(name)
  await page.getByRole('button', { name: 'Poser une question' }).click()
  await page.waitForURL('**/threads/*')
}

/** A thread with everything in it: members' answers, marks, the brand's reply, a link, a tombstone. */
async function fullThread(): Promise<string> {
  const asker = community.visitor()
  const { path, id } = await ask(
    asker,
    'Bonjour, combien de temps met la nouvelle carte SIM à arriver ? La mienne est cassée et je pars lundi.',
    'Lucie',
  )
  const [member, other] = [await community.as('member'), await community.as('customer')]
  community.clock.move(300_000)
  const good = await answer(member, path, 'En général 3 jours ouvrés. En boutique c’est immédiat.')
  community.clock.move(60_000)
  const wrong = await answer(other, path, 'Dix jours au moins, et c’est payant : 50 €.')
  await asker.post(`${path}/posts/${good}/solved`, { on: '1' })
  await other.post(`${path}/posts/${good}/like`, { on: '1' })
  await community.mark(id, wrong, 'corrected')
  await community.mark(id, good, 'completed')
  community.clock.move(120_000)
  await community.brandReply(
    id,
    'Merci Noé, c’est exact ! Pour compléter : le remplacement coûte 10 €. Les détails : https://luma.example/aide/carte-sim',
  )
  const tombstone = await answer(member, path, 'Oups')
  await member.post(`${path}/posts/${tombstone}/delete`, {})
  return path
}

describe('by hand', () => {
  it('a question is asked, answered live before the asker’s eyes, found helpful, and solved', async () => {
    const asker = await open(phone)
    await askAs(asker, 'Où est ma carte ?')
    await asker.getByText('un humain chez Luma vous lit avant 11:10').waitFor()
    await keepPicture(asker, 'community-asked-phone')

    const member = await open()
    await signIn(member, 'Répondre')
    await member.getByRole('link', { name: 'Où est ma carte ?' }).click()
    await member.getByLabel('Votre réponse').fill('Trois jours.\nVoir https://luma.example/aide')
    await member.getByRole('button', { name: 'Envoyer' }).click()

    const received = asker.getByRole('article', { name: 'Noé Lambert' })
    await received.waitFor()
    expect(
      await received.getByRole('link', { name: 'https://luma.example/aide' }).getAttribute('rel'),
    ).toContain('ugc')
    await asker.getByText('Il y a du nouveau dans ce fil.').waitFor({ state: 'attached' })

    await received.getByRole('button', { name: 'Utile' }).click()
    await asker.getByRole('button', { name: 'Utile 1', pressed: true }).waitFor()
    await member.getByText('Utile 1').waitFor()
    await asker.getByRole('button', { name: 'C’est résolu' }).click()
    await member.getByText('C’est ce qui a aidé Zoé').waitFor()
    expect([...asker.problems, ...member.problems]).toEqual([])
  })

  it('the brand’s mark and reply arrive live, with the member credited', async () => {
    const { path, id } = await ask(community.visitor(), 'Une question')
    const post = await answer(await community.as('member'), path, 'Trois jours.')
    const reader = await open()
    await reader.goto(path)
    await community.mark(id, post, 'validated')
    await community.brandReply(id, 'Merci Noé, c’est exact.')
    await reader.getByText('Réponse officielle').waitFor()
    const credited = reader.getByRole('article', { name: 'Noé Lambert' })
    expect(await credited.innerText()).toContain('1 réponse validée')
    expect(await credited.innerText()).toContain('Validé par Luma')
  })

  it('what is being written survives a live change', async () => {
    const { path } = await ask(community.visitor(), 'Une question')
    const writer = await open()
    await signIn(writer, 'Répondre')
    await writer.goto(path)
    await writer.getByLabel('Votre réponse').fill('Je suis en train de')
    await answer(await community.as('customer'), path, 'Plus rapide')
    await writer.getByText('Plus rapide').waitFor()
    expect(await writer.getByLabel('Votre réponse').inputValue()).toBe('Je suis en train de')
  })
})

it('without script everything can be done: ask, edit, answer, delete', async () => {
  const page = await open({ javaScriptEnabled: false })
  await askAs(page, 'Sans scripte ?')
  await page.getByRole('link', { name: 'Modifier' }).click()
  await page.getByRole('textbox', { name: 'Modifier votre message' }).fill('Sans script ?')
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Sans script\u00a0?')
  await page.getByLabel('Ajouter quelque chose').fill('Vraiment.')
  await page.getByRole('button', { name: 'Envoyer' }).click()
  await page.getByText('Vraiment.').waitFor()
  await page.goBack()
  await page.goto('/c/luma?q=script')
  await page.getByRole('link', { name: 'Sans script ?' }).click()
  await page.getByRole('link', { name: 'Supprimer' }).first().click()
  await page.getByRole('button', { name: 'Supprimer' }).click()
  await page.getByText('Aucune question pour l’instant').waitFor()
})

it('nothing that people write can run', async () => {
  const attacks = [
    '<script>globalThis.ran = 1</script>',
    '<img src=x onerror="globalThis.ran = 1">',
    '"><svg onload="globalThis.ran = 1">',
    '</script><script>globalThis.ran = 1</script>',
    'https://a.example/"onmouseover="globalThis.ran=1',
    'javascript:globalThis.ran=1',
    '{{constructor.constructor("globalThis.ran=1")()}}',
    '\u202e<b>\u2028globalThis.ran=1</b>',
  ]
  const text = attacks.join('\n')
  const page = await open()
  await askAs(page, text, '<img src=x onerror="globalThis.ran = 1">')
  const path = new URL(page.url()).pathname
  await answer(await community.as('member'), path, text)
  await page.reload()
  for (const where of [
    page.url(),
    '/c/luma',
    `/c/luma?q=${encodeURIComponent(text.slice(0, 190))}`,
    '/c/luma?lang=%22%3E%3Cscript%3E',
  ]) {
    await page.goto(where)
    await page.mouse.move(300, 300)
    expect(
      await page.evaluate(
        () =>
          [...document.querySelectorAll('main img, main svg[onload], script:not([src]):not([type])')].length,
      ),
    ).toBe(0)
    expect(await page.evaluate(() => 'ran' in globalThis)).toBe(false)
  }
  await page.goto(path)
  expect(await page.getByText('<script>globalThis.ran = 1</script>').count()).toBeGreaterThan(0)
  expect(page.problems).toEqual([])
})

describe('for everybody', () => {
  it.each(['light', 'dark'] as const)('axe finds nothing serious, %s', async (colorScheme) => {
    const path = await fullThread()
    const page = await open({ colorScheme })
    for (const where of ['/c/luma', path, '/c/luma?q=rien', '/', '/sign-in', '/sign-up', '/nowhere']) {
      await page.goto(where)
      expect([where, await findings(page)]).toEqual([where, []])
    }
    await askAs(page, 'À moi', 'Zoé')
    expect(await findings(page)).toEqual([])
    await page.getByRole('link', { name: 'Supprimer' }).click()
    expect(await findings(page)).toEqual([])
    await page.goBack()
    await page.getByRole('link', { name: 'Modifier' }).click()
    expect(await findings(page)).toEqual([])
  })

  it('a question is asked by keyboard alone', async () => {
    const page = await open()
    await page.goto('/c/luma')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Au clavier ?')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Zoé')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByText('Reçu à').waitFor()
  })

  it('nothing is wider than a small phone', async () => {
    const path = await fullThread()
    await ask(
      community.visitor(),
      `${'Donaudampfschifffahrtsgesellschaft'.repeat(8)} https://a.example/${'x'.repeat(300)}`,
      'N'.repeat(60),
    )
    const page = await open({ viewport: { width: 320, height: 640 } })
    for (const where of ['/c/luma', path, '/', '/sign-up']) {
      await page.goto(where)
      expect([where, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([where, 320])
    }
  })
})

it('pictures of the pages are kept', async () => {
  const path = await fullThread()
  await ask(
    community.visitor(),
    'Est-ce que la 5G est comprise dans le forfait à 12,99 € ou faut-il une option ?',
    'Tom',
  )
  const wide = await open({ viewport: { width: 1200, height: 900 } })
  await wide.goto('/c/luma')
  await keepPicture(wide, 'community-list')
  await wide.goto(path)
  await keepPicture(wide, 'community-thread')
  const small = await open({ ...phone, colorScheme: 'dark' })
  await small.goto('/c/luma')
  await keepPicture(small, 'community-list-phone-dark')
  await small.goto(path)
  await keepPicture(small, 'community-thread-phone-dark')
  await small.goto('/')
  expect(await keepPicture(small, 'start-phone-dark')).toContain('start-phone-dark.png')
})
