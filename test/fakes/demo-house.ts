// The product as a newcomer starts it: the whole app with its demonstration, on a database of the test.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type App, openApp } from '../../src/app.ts'
import { outside } from '../../src/commands/command.ts'
import { type Config, readConfig } from '../../src/config.ts'
import { silentLog } from '../../src/log.ts'
import { seedDemo } from '../../src/play/index.ts'
import type { PersonRole } from '../../src/ports/index.ts'
import { type Visitor, visitorOf } from './visitor.ts'

export interface DemoHouse {
  app: App
  url: string
  /** Signed in as the demonstration's person of this role. */
  as(role: PersonRole): Promise<Visitor>
  close(): Promise<void>
}

/** @param change what the operator sets beside the demonstration's own. */
export async function openDemoHouse(change: Partial<Config> = {}): Promise<DemoHouse> {
  const folder = await mkdtemp(join(tmpdir(), 'entraide-demo-'))
  const read = readConfig({ databaseUrl: join(folder, 'demo.sqlite'), port: 0, model: 'off', ...change }, {})
  if (read.kind === 'invalid') throw new Error(read.errors.join('\n'))
  const opened = await openApp(read.config, { ...outside, log: silentLog })
  if (opened.kind === 'refused') throw new Error(opened.reason)
  const { app } = opened
  await seedDemo(app.house, app.people)
  const { url } = await app.start()
  const signedIn = new Map<PersonRole, Promise<Visitor>>()
  return {
    app,
    url,
    as(role) {
      const known = signedIn.get(role) ?? signIn(url, role)
      signedIn.set(role, known)
      return known
    },
    async close() {
      await app.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function signIn(url: string, role: PersonRole): Promise<Visitor> {
  const visitor = visitorOf(url)
  const answer = await visitor.post('/demo/sign-in', { role })
  if (answer.status !== 303) throw new Error(`Signing in as ${role} was answered ${answer.status}.`)
  return visitor
}
