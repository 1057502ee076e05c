// ** OPEN FIRST ** Wires the whole house on one page: rooms joined, pages served, the line driven.
import {
  type BotRoom,
  type CommunityDeps,
  callBackRoutes,
  communityRoutes,
  openBotRoom,
} from './channels/index.ts'
import type { Config } from './config.ts'
import { cardMaker, consoleRoutes, openTeamsDesk } from './desks/index.ts'
import { maskPersonalData } from './flow/index.ts'
import { addressOf, type House, type Outside, openHouse } from './house.ts'
import { createHttp, createPeople, isLoopback, type People } from './http/index.ts'
import { backAt } from './policy/index.ts'
import type { Route } from './ports/index.ts'
import { startScheduler } from './time/index.ts'

export interface App {
  house: House
  people: People
  /** Opens the doors: listens, and drives the line. Resolves with the address people use. */
  start(): Promise<{ url: string }>
  /** Takes no more, lets what is under way finish, closes the database. */
  stop(): Promise<void>
}

export type AppOutcome = { kind: 'open'; app: App } | { kind: 'refused'; reason: string }

export async function openApp(config: Config, outside: Outside): Promise<AppOutcome> {
  const { clock, log } = outside
  const reviewers = config.bot?.reviewers
  const opened = await openHouse(config, outside, reviewers ? cardMaker(reviewers) : undefined)
  if (opened.kind === 'refused') return opened
  const { house } = opened
  const people = await createPeople({
    store: house.store,
    clock,
    log,
    secret: config.sessionSecret,
    url: addressOf(config),
    openId: config.openId,
    demo: config.demo && isLoopback(config.host),
  })
  const bot = await openBot(config, house)
  const http = createHttp({
    routes: [...(await routesOf(house, people)), ...(bot?.routes ?? [])],
    people,
    log,
    clock,
    host: config.host,
    port: config.port,
    publicUrl: config.publicUrl,
    trustProxy: config.trustProxy,
  })
  let stopLine = async () => {}
  return {
    kind: 'open',
    app: {
      house,
      people,
      async start() {
        // The port first: whoever cannot have it may stand beside an instance whose deliveries are not ours to recover.
        const listening = await http.start().catch(async (error: unknown) => {
          await house.close()
          throw error
        })
        await house.line.recover()
        await house.desk.refreshHolidays()
        const scheduler = startScheduler({ round: house.line.round, store: house.store, clock, log })
        house.line.onKept(scheduler.kick)
        house.news.subscribe(scheduler.kick)
        stopLine = scheduler.stop
        return listening
      },
      async stop() {
        await http.stop()
        await stopLine()
        await house.close()
      },
    },
  }
}

/** Teams, when a bot is set up: its door out joins the line's channels, its routes the server's. */
async function openBot({ bot, host }: Config, house: House): Promise<BotRoom | null> {
  if (!bot) return null
  const { store, line, desk, log, clock } = house
  const decide = bot.reviewers ? await openTeamsDesk({ desk, reviewers: bot.reviewers }) : null
  const room = await openBotRoom(
    { bot, loopback: isLoopback(host), store, takeIn: line.takeIn, pages: desk.pages, log },
    clock.now,
    decide,
  )
  house.channels.set(room.channel.name, room.channel)
  return room
}

async function routesOf(house: House, people: People): Promise<Route[]> {
  const { desk, news, clock, callBackLinks } = house
  return [
    ...people.routes(),
    ...communityRoutes(await communityDeps(house, people)),
    ...callBackRoutes({ links: callBackLinks, clock, form: desk.callBackForm, ask: desk.askCallBack }),
    ...consoleRoutes({ desk, news, clock }),
  ]
}

async function communityDeps(house: House, people: People): Promise<CommunityDeps> {
  const { store, line, news, clock, ids, desk } = house
  let pages = await desk.pages()
  news.subscribe((item) => {
    if (item.kind === 'settings') void desk.pages().then((now) => (pages = now))
  })
  return {
    store,
    takeIn: line.takeInAndWatch,
    news,
    clock,
    ids,
    pages: desk.pages,
    mask: maskPersonalData,
    openGuest: people.openGuest,
    humanBy(thread) {
      const page = pages.find(({ pageId }) => pageId === thread.pageId)
      if (!page) return { kind: 'open', by: thread.openedAt }
      const back = backAt(clock.now(), page)
      return back.kind === 'open' ? { kind: 'open', by: thread.openedAt + page.takeChargeMs } : back
    },
  }
}
