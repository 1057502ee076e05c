// The console in a real Chromium, lived by a moderator: the queue, the evidence, one key, and the page that shows it live.

import { copyFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { findings } from '../../fakes/axe.ts'
import { keepPicture, openBrowser } from '../../fakes/browser.ts'
import { type DemoHouse, openDemoHouse } from '../../fakes/demo-house.ts'
import { until } from '../../fakes/until.ts'

let browser: Browser
let house: DemoHouse

beforeAll(async () => {
  ;[browser, house] = await Promise.all([openBrowser(), openDemoHouse()])
}, 120_000)
afterAll(async () => {
  await browser.close()
  await house.close()
})
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())))

async function open(
  role: 'moderator' | 'admin' | null,
  options: BrowserContextOptions = {},
): Promise<Page & { problems: string[] }> {
  const context = await browser.newContext({
    locale: 'en-GB',
    baseURL: house.url,
    viewport: { width: 1280, height: 800 },
    ...options,
  })
  if (role) {
    const visitor = await house.as(role)
    const cookies = [...visitor.cookies].map(([name, value]) => ({ name, value, url: house.url }))
    await context.addCookies(cookies)
  }
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  const problems: string[] = []
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()))
  page.on('pageerror', (error) => problems.push(error.message))
  return Object.assign(page, { problems })
}

/** Chooses the first thread of the queue with such a draft, by the keys, and waits until it can be decided. */
async function chooseDraft(page: Page, kind: string): Promise<string> {
  const lines = page.locator('.queue .line')
  await lines.first().and(page.locator('[aria-current=true]')).waitFor()
  const kinds = await lines.allInnerTexts()
  const place = kinds.findIndex((text) => text.includes(kind))
  if (place < 0) throw new Error(`No draft "${kind}" in the queue.`)
  for (let at = 1; at <= place; at += 1) {
    await page.keyboard.press('j')
    await lines.nth(at).and(page.locator('[aria-current=true]')).waitFor()
  }
  const question = (await lines.nth(place).locator('.asks').innerText()).trim()
  const panel = page.locator('section.thread article').filter({ hasText: question })
  await panel.getByRole('button', { name: 'Approve' }).waitFor()
  return question
}

async function keepForReadme(name: string, path: string): Promise<void> {
  if (process.env.ENTRAIDE_PICTURES !== '1') return
  const folder = join(import.meta.dirname, '../../../docs/pictures')
  await mkdir(folder, { recursive: true })
  await copyFile(path, join(folder, `${name}.png`))
}

describe('a moderator', () => {
  test('sees question, answers, entry, verdict with evidence, and the draft', async () => {
    const page = await open('moderator')
    await page.goto('/console')
    await chooseDraft(page, 'Complete')
    const thread = page.locator('section.thread')
    for (const part of ['said', 'missing', 'Why', 'Approve']) await thread.getByText(part).first().waitFor()
    await keepForReadme('console', await keepPicture(page, 'console-en', { fullPage: false }))
    expect(page.problems).toEqual([])
  })

  test('approves with one key, and the community page shows it live, the member credited', async () => {
    const page = await open('moderator')
    await page.goto('/console')
    const question = await chooseDraft(page, 'Validate')
    const [thread] = await house.app.house.desk.threads({ text: question.slice(0, 40), limit: 1 })
    const member = thread?.posts.find(({ author }) => author.role === 'member')?.author.name ?? ''
    const reader = await open(null)
    await reader.goto(`/c/lanterne/threads/${thread?.id}`)
    expect(await reader.getByText('validated by the brand', { exact: false }).count()).toBe(0)
    await page.bringToFront()
    await page.keyboard.press('a')
    await page.getByRole('status').getByText(/\S/).waitFor()
    await reader.bringToFront()
    await reader
      .getByText(/validated by/i)
      .first()
      .waitFor()
    await reader.locator('.official, .brand').first().waitFor()
    expect(await reader.locator('body').innerText()).toContain(member)
    await keepForReadme('community', await keepPicture(reader, 'community-validated', { fullPage: false }))
    expect([...page.problems, ...reader.problems]).toEqual([])
  })

  test('is told what is waited for while a thread is fetched', async () => {
    const page = await open('moderator')
    const held = Promise.withResolvers<void>()
    await page.route('**/api/desk/threads/*', async (route) => {
      await held.promise
      await route.continue()
    })
    await page.goto('/console')
    await page.getByRole('progressbar', { name: 'Loading' }).waitFor()
    expect(await findings(page)).toEqual([])
    held.resolve()
    await page.locator('section.thread article').waitFor()
    expect(page.problems).toEqual([])
  })

  test('edits with a key and sends other words', async () => {
    const page = await open('moderator')
    await page.goto('/console')
    const question = await chooseDraft(page, 'Complete')
    await page.keyboard.press('e')
    const box = page.locator('.draft textarea')
    await box.fill('Thank you both. We add one thing here.')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('status').getByText(/\S/).waitFor()
    const { desk, news } = house.app.house
    const sent = await until(news, async () => {
      const [thread] = await desk.threads({ text: question.slice(0, 40), limit: 1 })
      return thread?.posts.find(({ text }) => text === 'Thank you both. We add one thing here.')
    })
    expect(sent.author.role).toBe('brand')
  })

  test('rejects with a key and a reason', async () => {
    const page = await open('moderator')
    await page.goto('/console')
    const question = await chooseDraft(page, 'Correct')
    await page.keyboard.press('r')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('1')
    await page.getByRole('status').getByText(/\S/).waitFor()
    const [thread] = await house.app.house.desk.threads({ text: question.slice(0, 40), limit: 1 })
    const view = await house.app.house.desk.thread(thread?.id ?? '')
    expect(view?.reviews.at(-1)?.decision.kind).toBe('reject')
  })

  test('hears of a new question without reloading', async () => {
    const page = await open('moderator')
    await page.goto('/console')
    await page.locator('.queue .line').first().waitFor()
    const customer = await house.as('customer')
    const text = 'On m’a volé ma carte et quelqu’un paie avec en ce moment, je fais quoi ?'
    await customer.post('/c/lanterne/ask', { text, key: crypto.randomUUID() })
    await page.locator('.queue .line').getByText('On m’a volé ma carte').waitFor()
  })
})

test('an admin types the opening hours and a closure, and they hold at once', async () => {
  const page = await open('admin')
  await page.goto('/console/settings')
  await page.getByLabel('Wednesday').fill('9-12h30, 14-18')
  await page.getByLabel('Closures').fill('2026-12-24 2026-12-26 inventory')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('status').getByText('Saved').waitFor()
  const [settings] = await house.app.house.desk.pages()
  expect(settings?.hours[2]).toEqual([
    { from: '09:00', until: '12:30' },
    { from: '14:00', until: '18:00' },
  ])
  expect(settings?.closures).toEqual([{ from: '2026-12-24', until: '2026-12-26', reason: 'inventory' }])

  await page.getByLabel('Thursday').fill('18-9')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('alert').getByText('hours.3').waitFor()
})

test('an admin sets a pause for one kind of act, and a call as the way into private', async () => {
  const page = await open('admin')
  await page.goto('/console/settings')
  const choose = async (label: string, option: string) => {
    await page.getByRole('combobox', { name: label, exact: true }).press('Enter')
    await page.getByRole('option', { name: option }).click()
  }
  await choose('Correct', 'goes out after a pause')
  await page.getByLabel('Pause (minutes)').fill('3')
  await choose('How a talk goes private', 'call-back form')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('status').getByText('Saved').waitFor()
  const [settings] = await house.app.house.desk.pages()
  expect(settings?.autonomy.correct).toEqual({ mode: 'paused', pauseMs: 180_000 })
  expect(settings?.privateMeans).toBe('form')
  await page.getByLabel('Pause (minutes)').fill('0')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('alert').getByText('autonomy.correct.pauseMs').waitFor()
})

test('an admin sees which questions of the industry an entry borrows from, and unlinks one', async () => {
  const { desk } = house.app.house
  const [link] = await desk.packLinks()
  const entry = (await desk.entries()).find(({ id }) => id === link?.entryId)
  const page = await open('admin')
  await page.goto('/console/entries')
  await page
    .locator('.queue .line')
    .getByText(entry?.question.en ?? '', { exact: true })
    .click()
  const links = page.getByRole('region', { name: 'Recurring questions of the industry' })
  await links.getByText(link?.question.en ?? '', { exact: true }).waitFor()
  await keepPicture(page, 'console-pack-links', { fullPage: false })
  await links.getByRole('button', { name: 'Unlink' }).first().click()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('status').getByText('Saved').waitFor()
  const saved = (await desk.entries()).find(({ id }) => id === link?.entryId)
  expect(saved).toMatchObject({ answer: entry?.answer, unlinked: [expect.any(String)] })
  expect(await desk.packLinks()).not.toContainEqual(
    expect.objectContaining({ entryId: entry?.id, packId: saved?.unlinked?.[0] }),
  )
})

test('a pulled brake stands above the queue, and a moderator lifts it there', async () => {
  const { desk } = house.app.house
  await desk.brake({
    pageId: 'lanterne',
    topic: 'card',
    pulled: true,
    reason: 'Forty threads.',
    by: 'policy',
  })
  const page = await open('moderator')
  await page.goto('/console')
  await page.locator('.queue').getByText('Forty threads.').waitFor()
  await keepPicture(page, 'console-brake', { fullPage: false })
  expect(await findings(page)).toEqual([])
  await page.getByRole('button', { name: 'Lift the brake' }).click()
  await page.locator('.queue').getByText('Forty threads.').waitFor({ state: 'detached' })
  expect((await desk.pages())[0]?.topicBrakes).toEqual({})
})

test('a call is listed as it is asked for, and leaves the list once made', async () => {
  const { desk } = house.app.house
  const threads = await desk.threads({ limit: 50 })
  const handed = threads.find(({ handOver }) => handOver !== null)
  const page = await open('moderator')
  await page.goto('/console/calls')
  await page.getByText('Nobody waits for a call.').waitFor()
  const asked = { threadId: handed?.id ?? '', name: 'Solène Martin', phone: '+33 6 12 34 56 78', from: null }
  expect(await desk.askCallBack(asked)).toMatchObject({ kind: 'kept' })
  await page.getByRole('link', { name: '+33 6 12 34 56 78' }).waitFor()
  await keepPicture(page, 'console-calls-one', { fullPage: false })
  await page.getByRole('button', { name: 'Called' }).click()
  await page.getByText('Nobody waits for a call.').waitFor()
})

describe('every page', () => {
  test.each([
    ['light, English', { colorScheme: 'light', locale: 'en-GB' }],
    ['dark, French', { colorScheme: 'dark', locale: 'fr-FR' }],
    ['on a phone', { viewport: { width: 390, height: 844 }, colorScheme: 'light', locale: 'fr-FR' }],
  ] as const)(
    'keeps nothing from anyone: %s',
    async (name, options) => {
      const page = await open('admin', options)
      for (const view of [
        '',
        'threads',
        'entries',
        'gaps',
        'calls',
        'deliveries',
        'report',
        'settings',
        'audit',
        'people',
      ]) {
        await page.goto(`/console/${view}`)
        await page.locator('main').waitFor()
        await page.waitForLoadState('networkidle')
        await page.locator('.waiting').waitFor({ state: 'detached' })
        await keepPicture(page, `console-${view || 'queue'}-${name.replace(/\W+/g, '-')}`, {
          fullPage: false,
        })
        expect({ view, found: await findings(page) }).toEqual({ view, found: [] })
        const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth + 1)
        expect({ view, wide }).toEqual({ view, wide: false })
      }
      expect(page.problems).toEqual([])
    },
    120_000,
  )
})
