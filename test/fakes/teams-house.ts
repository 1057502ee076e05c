// The whole app with a bot, as Teams would meet it: a real server, a real database, a channel of the tests.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type App, openApp } from '../../src/app.ts'
import { outside } from '../../src/commands/command.ts'
import { readConfig } from '../../src/config.ts'
import { silentLog } from '../../src/log.ts'
import type { Thread } from '../../src/ports/index.ts'
import { type BotChannel, openBotChannel } from './bot-channel.ts'
import { stageFaq } from './stage.ts'

export const room = '19:general@thread.tacv2'
export const reviewersRoom = '19:reviewers@thread.tacv2'
export const reviewer = { id: '29:rosa', name: 'Rosa', aadObjectId: 'aad-rosa' }

export interface TeamsHouse {
  app: App
  url: string
  channel: BotChannel
  /** Sends an activity to the bot and returns its answer. */
  send(activity: object, headers?: Record<string, string>): Promise<Response>
  /** A message in the channel's thread. */
  say(id: string, from: string, text: string, more?: object): Promise<Response>
  threads(): Promise<Thread[]>
  close(): Promise<void>
}

export interface TeamsOptions {
  appId?: string
  anonymous?: boolean
  /** Where the reviewers sit, when it is not the channel of the tests. */
  reviewers?: { serviceUrl: string; conversationId: string; users: string[] }
  pages?: Record<string, string>
}

export async function openTeamsHouse(options: TeamsOptions = {}): Promise<TeamsHouse> {
  const folder = await mkdtemp(join(tmpdir(), 'entraide-teams-'))
  const channel = await openBotChannel()
  const read = readConfig(
    {
      databaseUrl: join(folder, 'teams.sqlite'),
      port: 0,
      model: 'off',
      demo: false,
      precision: 0.5,
      pages: [{ id: 'lanterne', channel: 'msteams', name: 'Lanterne', lang: 'fr' }],
      bot: {
        appId: options.appId ?? '',
        appPassword: options.appId ? 'secret' : '',
        tenantId: '',
        anonymousOnLoopback: options.anonymous ?? true,
        pages: options.pages ?? {},
        brandUsers: ['29:brand'],
        reviewers: options.reviewers ?? {
          conversationId: reviewersRoom,
          serviceUrl: channel.serviceUrl,
          users: [reviewer.aadObjectId],
        },
      },
    },
    {},
  )
  if (read.kind === 'invalid') throw new Error(read.errors.join('\n'))
  const opened = await openApp(read.config, { ...outside, log: silentLog })
  if (opened.kind === 'refused') throw new Error(opened.reason)
  const { app } = opened
  await app.house.desk.importFaq(stageFaq.map((entry) => JSON.stringify(entry)).join('\n'), 'test')
  const { url } = await app.start()
  const send = (activity: object, headers: Record<string, string> = {}) =>
    fetch(`${url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(activity),
    })
  return {
    app,
    url,
    channel,
    send,
    say: (id, from, text, more = {}) => send({ ...message(channel.serviceUrl, id, from, text), ...more }),
    threads: () => app.house.store.read((tx) => tx.threads({ limit: 50 })),
    async close() {
      await app.stop()
      await channel.close()
      await rm(folder, { recursive: true })
    },
  }
}

/** As Teams sends it: the thread's first message is named in the conversation's id. */
export function message(serviceUrl: string, id: string, from: string, text: string) {
  return {
    type: 'message',
    id,
    timestamp: new Date().toISOString(),
    serviceUrl,
    channelId: 'msteams',
    from: { id: `29:${from}`, name: from },
    recipient: { id: '28:bot', name: 'Entraide' },
    conversation: {
      id: `${room};messageid=1`,
      conversationType: 'channel',
      tenantId: 'tenant',
      isGroup: true,
    },
    text,
    textFormat: 'plain',
    channelData: { team: { id: '19:team' }, channel: { id: room }, tenant: { id: 'tenant' } },
  }
}
