// The server is killed with -9 at fifty random moments while questions come in and replies go out.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { silentLog } from '../../src/log.ts'
import { defaultSettings } from '../../src/policy/index.ts'
import type { Thread } from '../../src/ports/index.ts'
import { openStore } from '../../src/store/index.ts'
import { stageFaq } from '../fakes/stage.ts'

const main = join(import.meta.dirname, '../../src/main.ts')
const kills = 50
const lanes = 2
/** Asked at once in each life; the server dies soon after a random one of them is answered. */
const questions = 6
const longestDelayMs = 300
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000)

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'entraide-kill-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test(`nothing acknowledged is lost and nothing is said twice (seed ${seed})`, async () => {
  const random = randomFrom(seed)
  const lived = await Promise.all(
    Array.from({ length: lanes }, (_, lane) => liveLane(join(folder, String(lane)), random)),
  )
  const acknowledged = lived.flatMap((lane) => lane.acknowledged)
  const threads = lived.flatMap((lane) => lane.threads)
  const kept = new Set(threads.flatMap(({ posts }) => posts.map(({ text }) => text)))
  expect(acknowledged.filter((text) => !kept.has(text))).toEqual([])
  expect(acknowledged.length).toBeGreaterThan(kills)

  const replies = threads.map(({ posts }) => posts.filter(({ author }) => author.role === 'brand'))
  expect(replies.flat().length).toBeGreaterThan(kills)
  for (const said of replies) {
    const acknowledgements = said.filter(({ outboxId }) => outboxId !== null).map(({ text }) => text)
    expect(new Set(acknowledgements).size).toBe(acknowledgements.length)
  }
  for (const { acts } of threads)
    expect(acts.filter(({ kind }) => kind === 'acknowledge').length).toBeLessThanOrEqual(1)
  expect(lived.every(({ unfinished }) => unfinished === 0)).toBe(true)
}, 300_000)

interface Lived {
  acknowledged: string[]
  threads: Thread[]
  /** Outbox rows that neither went out nor were settled. */
  unfinished: number
}

async function liveLane(home: string, random: () => number): Promise<Lived> {
  await prepare(home)
  const acknowledged: string[] = []
  for (let life = 0; life < kills / lanes; life += 1) {
    const server = await start(home)
    const deadAfter = Math.floor(random() * questions)
    let answers = 0
    const asking = Array.from({ length: questions }, async (_, nth) => {
      await ask(server.url, `${life}-${nth}`, acknowledged)
      answers += 1
      if (answers === deadAfter + 1) setTimeout(() => server.child.kill('SIGKILL'), random() * longestDelayMs)
    })
    await Promise.all([once(server.child, 'exit'), ...asking])
  }
  const server = await start(home)
  await settled(home)
  server.child.kill('SIGTERM')
  await once(server.child, 'exit')
  return { acknowledged, ...(await look(home)) }
}

/** A page that acknowledges and answers by itself within a moment, so that replies are always under way. */
async function prepare(home: string): Promise<void> {
  await mkdir(home, { recursive: true })
  const config = {
    databaseUrl: join(home, 'kill.sqlite'),
    port: 0,
    demo: false,
    model: 'off',
    trustProxy: true,
    precision: 0.5,
  }
  await writeFile(join(home, 'entraide.json'), JSON.stringify(config))
  const store = await open(home)
  const page = defaultSettings({
    pageId: 'lanterne',
    channel: 'community',
    brand: 'Lanterne',
    name: 'Lanterne',
  })
  const automatic = { mode: 'automatic', precision: 0.5 } as const
  await store.transaction(async (tx) => {
    await tx.saveSettings({
      ...page,
      takeChargeMs: 100,
      window: { ms: 150, clock: 'wall' },
      autonomy: { ...page.autonomy, answer: automatic },
    })
    for (const entry of stageFaq)
      await tx.saveEntry({ variants: {}, links: [], revision: 1, ...entry }, 0, 'test')
  })
  await store.close()
}

async function open(home: string) {
  const opened = await openStore({ url: join(home, 'kill.sqlite'), tenant: 'main', log: silentLog })
  if (opened.kind === 'refused') throw new Error(opened.reason)
  return opened.store
}

async function start(home: string): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, [main], { cwd: home, stdio: ['ignore', 'pipe', 'ignore'] })
  const url = await new Promise<string>((resolve, reject) => {
    let said = ''
    child.stdout.on('data', (piece: Buffer) => {
      said += piece.toString()
      const found = /Start here\s+(\S+)\//.exec(said)
      if (found?.[1]) resolve(found[1])
    })
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}: ${said}`)))
  })
  return { child, url }
}

/** Only a question that was answered with "see your thread" counts as acknowledged. */
async function ask(url: string, name: string, acknowledged: string[]): Promise<void> {
  const text = `Combien de temps met un virement ? (${name})`
  const answer = await fetch(`${url}/c/lanterne/ask`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'x-forwarded-for': `2001:db8:0:${name.replace('-', '')}::1` },
    body: new URLSearchParams({ text, name: 'Inès', key: crypto.randomUUID() }),
  }).catch(() => null)
  if (answer?.status === 303 && answer.headers.get('location')?.includes('/threads/')) acknowledged.push(text)
}

/** Waits until the server has nothing left under way; it is asked by reading its database. */
async function settled(home: string): Promise<void> {
  const store = await open(home)
  const unsent = () => store.read((tx) => tx.outboxIn(['due', 'sending', 'unknown'], 1_000))
  const waiting = () => store.read((tx) => tx.threads({ states: ['waiting'], limit: 1_000 }))
  for (let quiet = 0; quiet < 5; ) {
    const busy =
      (await unsent()).length > 0 || (await waiting()).some(({ takenChargeAt }) => takenChargeAt === null)
    quiet = busy ? 0 : quiet + 1
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  await store.close()
}

async function look(home: string): Promise<Omit<Lived, 'acknowledged'>> {
  const store = await open(home)
  const threads = await store.read((tx) => tx.threads({ limit: 10_000 }))
  const unfinished = await store.read((tx) => tx.outboxIn(['due', 'sending', 'unknown'], 1_000))
  await store.close()
  return { threads, unfinished: unfinished.length }
}

/** Mulberry32: small, seeded, good enough to choose moments. */
function randomFrom(start: number): () => number {
  let state = start
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
