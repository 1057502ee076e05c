// A thread lived in a real Bot Framework client: asked in a Teams channel, approved on a card, answered in its thread.
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { keepPicture, openBrowser } from '../../fakes/browser.ts'
import {
  announcements,
  freePort,
  openPlayground,
  type Playground,
  playgroundUser,
  serviceUrlAt,
} from '../../fakes/playground.ts'
import { rightAnswer } from '../../fakes/stage.ts'
import { message, openTeamsHouse, type TeamsHouse } from '../../fakes/teams-house.ts'
import { until } from '../../fakes/until.ts'

const question = 'Combien de temps met un virement ?'
let house: TeamsHouse
let playground: Playground
let browser: Browser

beforeAll(async () => {
  const port = await freePort()
  house = await openTeamsHouse({
    reviewers: {
      serviceUrl: serviceUrlAt(port),
      conversationId: announcements,
      users: [playgroundUser.aadObjectId],
    },
  })
  playground = await openPlayground(`${house.url}/api/messages`, port)
  browser = await openBrowser()
}, 90_000)

afterAll(async () => {
  await browser?.close()
  await playground?.close()
  await house?.close()
})

test('asked in a channel, approved by a click on the card, answered in the thread', async () => {
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } })
  await page.goto(playground.url)
  await openChannel(page, 'General')
  await page.locator('[contenteditable]').first().click()
  await page.keyboard.type('@')
  await page.getByText('Test Bot', { exact: true }).last().click()
  await page.keyboard.type(` ${question}`)
  await page.getByRole('button', { name: 'Post' }).click()

  const root = await rootMessage()
  await memberAnswers(root)
  await openChannel(page, 'Announcements')
  const approve = page.getByRole('button', { name: 'Approuver' })
  await approve.waitFor()
  await keepPicture(page, 'teams-card')
  await approve.click()
  await page.getByText('Approuvé').waitFor()
  await keepPicture(page, 'teams-decided')

  await openChannel(page, 'General')
  const thread = await house.app.house.desk.thread((await house.threads())[0]?.id ?? '')
  const reply = thread?.outbox.find(({ payload }) => payload.kind === 'reply')
  if (reply?.payload.kind !== 'reply') throw new Error('no reply was written')
  await page.getByText(reply.payload.text.slice(0, 30)).first().waitFor()
  await keepPicture(page, 'teams-reply')
  expect(thread?.thread.posts[0]?.author.name).toBe(playgroundUser.name)
}, 120_000)

async function openChannel(page: Page, name: string): Promise<void> {
  await page.getByRole('treeitem', { name: new RegExp(name) }).click()
}

/** The question as the bot kept it; the Playground decides its identity. */
async function rootMessage(): Promise<{ conversationId: string; rootId: string }> {
  const root = await until(house.app.house.news, async () => {
    const [thread] = await house.threads()
    return thread && thread.posts.length > 0 ? thread.externalId : null
  })
  const [conversationId = '', rootId = ''] = root.split('|')
  return { conversationId, rootId }
}

/** The Playground has one user at its keyboard; the member who answers sits elsewhere. */
async function memberAnswers({
  conversationId,
  rootId,
}: {
  conversationId: string
  rootId: string
}): Promise<void> {
  const answer = await house.send({
    ...message(playground.serviceUrl, String(Number(rootId) + 5_000), 'noe', rightAnswer),
    conversation: {
      id: `${conversationId};messageid=${rootId}`,
      conversationType: 'channel',
      tenantId: 'tenant',
    },
  })
  expect(answer.status).toBe(200)
}
