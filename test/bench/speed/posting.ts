// Posts a second from HTTP to durable: the real app beside a bare server that keeps the same row, in the same run.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { silentLog } from '../../../src/log.ts'
import { openStore } from '../../../src/store/index.ts'
import { message, room } from '../../fakes/teams-house.ts'
import { openMeasuredHouse } from './house.ts'
import { type Load, load, type Shot } from './load.ts'
import { type Row, spread } from './table.ts'

const pages = [
  { id: 'aide', channel: 'community', name: 'Aide' },
  { id: 'equipe', channel: 'msteams', name: 'Équipe' },
]

export async function measurePosting(): Promise<Row[]> {
  // Before and after, since a machine's disk is not the same from one minute to the next.
  const before = await measureBare()
  const webhooks = await measureApp(webhook, 200)
  const bare = both(before, await measureBare())
  const asked = await measureApp(question, 303)
  return [
    ['bare node:http, one transaction a post', `${rate(bare)}   ${spread(bare.ms)}`],
    ['Entraide, a webhook (the line at work beside it)', `${rate(webhooks)}   ${spread(webhooks.ms)}`],
    ['  as a ratio of the bare server', (webhooks.perSecond / bare.perSecond).toFixed(2)],
    ['Entraide, a guest’s question on the community page', `${rate(asked)}   ${spread(asked.ms)}`],
  ]
}

const both = (one: Load, other: Load): Load => ({
  accepted: one.accepted + other.accepted,
  perSecond: (one.perSecond + other.perSecond) / 2,
  ms: [...one.ms, ...other.ms],
})

const rate = ({ perSecond }: Load) => `${perSecond.toFixed(0)} a second`.padEnd(16)

async function measureApp(shot: (nth: number) => Shot, expected: number): Promise<Load> {
  const house = await openMeasuredHouse({ model: 'off', pages, bot: { anonymousOnLoopback: true } })
  try {
    const loaded = await load(house.url, shot, expected)
    mustHold(house.database, loaded.accepted)
    return loaded
  } finally {
    await house.close()
  }
}

async function measureBare(): Promise<Load> {
  const folder = mkdtempSync(join(tmpdir(), 'entraide-bare-'))
  const file = join(folder, 'bare.sqlite')
  const opened = await openStore({ url: file, log: silentLog })
  if (opened.kind === 'refused') throw new Error(opened.reason)
  await opened.store.close()
  const server = spawn(process.execPath, [join(import.meta.dirname, 'bare.ts'), file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    const [port] = await once(server.stdout, 'data')
    const loaded = await load(`http://127.0.0.1:${String(port).trim()}`, webhook, 200)
    mustHold(file, loaded.accepted)
    return loaded
  } finally {
    server.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What was answered must be on disk, or the figure says nothing. */
function mustHold(file: string, accepted: number): void {
  const db = new Database(file, { readonly: true })
  const { kept } = db.prepare("select count(*) as kept from inbox where kind = 'posted'").get() as {
    kept: number
  }
  db.close()
  if (kept < accepted) throw new Error(`${accepted} posts were acknowledged, ${kept} are kept.`)
}

const text = 'Combien de temps met un virement vers un nouveau bénéficiaire ?'
const addressOf = (nth: number) => `10.${(nth >> 16) & 255}.${(nth >> 8) & 255}.${nth & 255}`

function webhook(nth: number): Shot {
  const id = String(nth)
  const activity = message('http://127.0.0.1:9', id, `asker-${id}`, text)
  const conversation = { ...activity.conversation, id: `${room};messageid=${id}` }
  return {
    path: '/api/messages',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': addressOf(nth) },
    body: JSON.stringify({ ...activity, conversation }),
  }
}

function question(nth: number): Shot {
  return {
    path: '/c/aide/ask',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-forwarded-for': addressOf(nth),
    },
    body: String(new URLSearchParams({ text, name: `Zoé ${nth}`, key: `bench-question-${nth}` })),
  }
}
