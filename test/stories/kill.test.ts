// kill -9 at random moments while threads flow: what was acknowledged to its poster is there, no reply is posted twice.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { type App, openApp } from '../../src/app.ts'
import { outside } from '../../src/commands/command.ts'
import { type Config, readConfig } from '../../src/config.ts'
import { silentLog } from '../../src/log.ts'
import { seededRandom } from '../../src/play/random.ts'
import { type SuggestionKind, suggestionKinds } from '../../src/policy/index.ts'
import type { Thread } from '../../src/ports/index.ts'
import { openBotChannel } from '../fakes/bot-channel.ts'
import { stageFaq } from '../fakes/stage.ts'
import { message, room } from '../fakes/teams-house.ts'
import { visitorOf } from '../fakes/visitor.ts'
import { freePort, startHouseProcess } from './house-process.ts'

const seed = Number(process.env.ENTRAIDE_TEST_SEED ?? Date.now() % 1_000_000)
const random = seededRandom(seed)
const kills = { community: 40, teams: 10 }
const postersAtOnce = 3
/** A life lasts at most this long once threads flow. */
const longestLifeMs = 300
/** One kill in five comes while the server is still starting: recovering must bear it too. */
const whileStarting = 0.2

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'entraide-kill-'))
})
const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
  rmSync(folder, { recursive: true })
})

/** Asks again and again; each call resolves when its question is acknowledged and throws when the server is gone. */
type Poster = () => Promise<void>

/** Lives one life after the other, each ended at a random moment. */
async function liveAndDie(configFile: string, count: number, posters: readonly Poster[]): Promise<void> {
  let startMs = 1_000
  for (let life = 0; life < count; life += 1) {
    const began = performance.now()
    const house = startHouseProcess(configFile)
    if (life > 0 && random() < whileStarting) {
      await after(random() * startMs)
      await house.kill()
      continue
    }
    if (!(await house.opened)) throw new Error(`The server did not start again (seed ${seed}, life ${life}).`)
    startMs = performance.now() - began
    let alive = true
    const flowing = Promise.withResolvers<void>()
    const posting = posters.map(async (post) => {
      while (alive) await post().then(flowing.resolve, () => after(5))
    })
    await flowing.promise
    await after(random() * longestLifeMs)
    await house.kill()
    alive = false
    await Promise.all(posting)
  }
}

/** Everything goes out by itself and at once, so that there is always a reply on its way. */
async function prepare(config: Config, faq: readonly unknown[]): Promise<void> {
  const app = await open(config)
  const { desk } = app.house
  await desk.importFaq(faq.map((entry) => JSON.stringify(entry)).join('\n'), 'test')
  const automatic = { mode: 'automatic', precision: 0.5 } as const
  const autonomy = Object.fromEntries(suggestionKinds.map((kind) => [kind, automatic]))
  for (const page of await desk.pages()) {
    const saved = await desk.saveSettings(
      {
        ...page,
        acknowledgeShare: 0,
        window: { ms: 0, clock: 'wall' },
        autonomy: autonomy as Record<SuggestionKind, typeof automatic>,
      },
      'test',
    )
    expect(saved.kind).toBe('saved')
  }
  await app.stop()
}

async function open(config: Config): Promise<App> {
  const opened = await openApp(config, { ...outside, log: silentLog })
  if (opened.kind === 'refused') throw new Error(opened.reason)
  return opened.app
}

/** The last start, in this process: it recovers, and does what is left to do. */
async function threadsAtTheEnd(config: Config): Promise<{ threads: Map<string, Thread>; app: App }> {
  const app = await open(config)
  closing.push(app.stop)
  await app.house.line.recover()
  await app.house.line.drain()
  const threads = await app.house.store.read((tx) => tx.threads({ limit: 100_000 }))
  return { threads: new Map(threads.map((thread) => [thread.id, thread])), app }
}

function configOf(raw: object): { config: Config; file: string } {
  const file = join(folder, 'entraide.json')
  const all = { databaseUrl: join(folder, 'kill.sqlite'), demo: false, model: 'off', precision: 0.5, ...raw }
  writeFileSync(file, JSON.stringify(all))
  const read = readConfig({}, { ENTRAIDE_CONFIG: file })
  if (read.kind === 'invalid') throw new Error(read.errors.join('\n'))
  return { config: read.config, file }
}

const ownPosts = ({ posts }: Thread) => posts.filter(({ outboxId }) => outboxId !== null)
/** What was said more often than once: acts of a kind, or posts of one outbox row. */
const twice = (thread: Thread) => {
  const said = [...thread.acts.map(({ kind }) => kind), ...ownPosts(thread).map(({ outboxId }) => outboxId)]
  return said.filter((one, at) => said.indexOf(one) !== at)
}

describe(`kill -9, seed ${seed}`, () => {
  it(`on the community page, ${kills.community} times`, async () => {
    const port = await freePort()
    // Every poster comes through the operator's proxy from an address of their own: the limits stay as they are.
    const { config, file } = configOf({
      port,
      trustProxy: true,
      pages: [{ id: 'aide', channel: 'community', name: 'Aide' }],
    })
    // Without a FAQ the server knows all it ever will at once, and lives are short; acknowledgements flow all the same.
    await prepare(config, [])
    const acknowledged: { id: string; text: string; followUp: boolean }[] = []
    let asked = 0

    const poster = (): Poster => {
      let pending: ReturnType<typeof question> | null = null
      return async () => {
        pending ??= question()
        const { visitor, fields } = pending
        // After a kill the same form is sent again, as a browser does: it must count once.
        const answer = await visitor.post('/c/aide/ask', fields)
        expect(answer.status).toBe(303)
        const path = answer.headers.get('location') ?? ''
        const kept = { id: path.split('/').at(-1) ?? '', text: fields.text, followUp: false }
        acknowledged.push(kept)
        pending = null
        const added = await visitor.post(`${path}/answer`, { text: followUp, key: `${fields.key}-more` })
        kept.followUp = added.status === 303
      }
    }
    const followUp = 'Je précise : c’est pour un virement vers une autre banque.'
    const question = () => {
      asked += 1
      const address = `10.${(asked >> 16) & 255}.${(asked >> 8) & 255}.${asked & 255}`
      const visitor = visitorOf(`http://127.0.0.1:${port}`, { 'x-forwarded-for': address })
      const [{ question: { fr: text } = { fr: '' } } = {}] = stageFaq.slice(asked % stageFaq.length)
      return { visitor, fields: { text, name: `Zoé ${asked}`, key: `kill-test-${seed}-${asked}` } }
    }

    await liveAndDie(file, kills.community, Array.from({ length: postersAtOnce }, poster))
    const { threads, app } = await threadsAtTheEnd(config)
    const lost = acknowledged.filter(({ id, text, followUp: more }) => {
      const texts = threads.get(id)?.posts.map((post) => post.text) ?? []
      return !texts.includes(text) || (more && !texts.includes(followUp))
    })
    console.log(`seed ${seed}: ${acknowledged.length} questions acknowledged in ${kills.community} lives.`)
    expect(lost).toEqual([])
    expect(acknowledged.length).toBeGreaterThan(kills.community)
    // A form sent again after a kill is the same question: never more threads than forms.
    expect(threads.size).toBeLessThanOrEqual(asked)
    expect([...threads.values()].filter((thread) => twice(thread).length > 0)).toEqual([])
    expect([...threads.values()].filter((thread) => ownPosts(thread).length === 0)).toEqual([])
    expect(await app.house.desk.unknownDeliveries()).toEqual([])
  }, 300_000)

  it(`in Teams, ${kills.teams} times, the posts counted by the platform`, async () => {
    const channel = await openBotChannel({ answersAfterMs: 15 })
    closing.push(channel.close)
    const port = await freePort()
    const { config, file } = configOf({
      port,
      pages: [{ id: 'equipe', channel: 'msteams', name: 'Équipe' }],
      bot: { anonymousOnLoopback: true },
    })
    await prepare(config, stageFaq)
    const acknowledged: string[] = []
    let asked = 0
    const poster = (): Poster => {
      let pending: string | null = null
      return async () => {
        if (pending === null) {
          asked += 1
          pending = String(asked)
        }
        const answer = await fetch(`http://127.0.0.1:${port}/api/messages`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(asActivity(pending, channel.serviceUrl)),
        })
        expect(answer.status).toBe(200)
        acknowledged.push(pending)
        pending = null
      }
    }
    await liveAndDie(file, kills.teams, Array.from({ length: postersAtOnce }, poster))
    const { threads } = await threadsAtTheEnd(config)
    const there = new Set([...threads.values()].map(({ externalId }) => externalId))
    console.log(
      `seed ${seed}: ${acknowledged.length} messages acknowledged, ${channel.posted.length} posted.`,
    )
    expect(acknowledged.filter((id) => !there.has(`${room}|${id}`))).toEqual([])
    expect(acknowledged.length).toBeGreaterThan(kills.teams)
    const posts = channel.posted.map(({ path, body }) => `${path} ${body.text}`)
    expect(posts.filter((post, at) => posts.indexOf(post) !== at)).toEqual([])
    expect(posts.length).toBeGreaterThan(kills.teams)
    expect([...threads.values()].filter((thread) => twice(thread).length > 0)).toEqual([])
  }, 300_000)
})

/** A message that opens a thread of its own in the channel. */
function asActivity(id: string, serviceUrl: string): object {
  const [{ question: { fr: text } = { fr: '' } } = {}] = stageFaq.slice(Number(id) % stageFaq.length)
  const activity = message(serviceUrl, id, `asker-${id}`, text)
  return { ...activity, conversation: { ...activity.conversation, id: `${room};messageid=${id}` } }
}
