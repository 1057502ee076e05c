// The rooms that stand without a server: store, knowledge, channels, line and desk. What every command works with.
import { botChannelName, communityChannel, type SignedLinks, signedLinks } from './channels/index.ts'
import type { Config } from './config.ts'
import {
  type CardMaker,
  createBrain,
  createDesk,
  createLine,
  type Desk,
  type FlowDeps,
  type Line,
  maskPersonalData,
} from './flow/index.ts'
import { createSecondJudge, loadModels } from './models/index.ts'
import { createNews } from './news.ts'
import { createPackChooser, openPack } from './packs.ts'
import { defaultSettings } from './policy/index.ts'
import type { Channel, Clock, Ids, Log, Store } from './ports/index.ts'
import { openStore } from './store/index.ts'
import { publicHolidays } from './time/index.ts'

/** What comes from outside and differs between a server, a replay and a test. */
export interface Outside {
  clock: Clock
  ids: Ids
  log: Log
}

export interface House extends FlowDeps {
  line: Line
  desk: Desk
  /** Channels may be added until the first round. */
  channels: Map<string, Channel>
  callBackLinks: SignedLinks
  close(): Promise<void>
}

export type HouseOutcome = { kind: 'open'; house: House } | { kind: 'refused'; reason: string }

/**
 * Opens the database (migrating it), the models, the knowledge and the line. Nothing listens and nothing moves yet.
 * @param cards draws review cards when a chat desk is set up.
 */
export async function openHouse(config: Config, outside: Outside, cards?: CardMaker): Promise<HouseOutcome> {
  const opened = await openStore({ url: config.databaseUrl, tenant: config.tenant, log: outside.log })
  if (opened.kind === 'refused') return opened
  const { store } = opened
  await makePages(config, store)
  const channels = new Map<string, Channel>()
  const callBackLinks = signedLinks(await linkSecret(store, outside.ids), addressOf(config))
  const deps: FlowDeps = {
    ...outside,
    store,
    channels,
    news: createNews(outside.log),
    holidays: publicHolidays,
    callBackLinks,
    brain: await openBrain(config, store, outside),
    ...(cards && { cards }),
  }
  const line = createLine(deps)
  channels.set('community', communityChannel({ store, takeIn: line.takeIn }))
  return {
    kind: 'open',
    house: { ...deps, callBackLinks, channels, line, desk: createDesk(deps), close: () => store.close() },
  }
}

/** The pages that the configuration names and the database lacks; what an admin set since stays. */
async function makePages(config: Config, store: Store): Promise<void> {
  const { pages, brand } = config
  await store.transaction(async (tx) => {
    const known = new Set((await tx.settings()).map(({ pageId }) => pageId))
    for (const { id, channel, name, lang } of pages) {
      if (known.has(id)) continue
      const settings = defaultSettings({ pageId: id, channel, brand, name })
      // A bot in a channel has no private messages; a call-back link needs an address that customers can reach.
      const privateMeans = config.publicUrl === null ? 'none' : 'form'
      const limits = channel === botChannelName ? ({ canHide: false, privateMeans } as const) : {}
      await tx.saveSettings({ ...settings, lang, ...limits })
    }
  })
}

/** The address people use. */
export const addressOf = ({ publicUrl, host, port }: Config): string => publicUrl ?? `http://${host}:${port}`

/** Made once and kept, so that a link given before a restart still holds. */
function linkSecret(store: Store, ids: Ids): Promise<string> {
  return store.transaction(async (tx) => {
    const kept = await tx.fact('callBack.secret')
    if (kept !== null) return kept
    const made = `${ids.next()}${ids.next()}`
    await tx.setFact('callBack.secret', made)
    return made
  })
}

async function openBrain(config: Config, store: Store, { clock, log }: Outside) {
  const models =
    config.model === 'on'
      ? await loadModels()
      : { kind: 'unavailable' as const, reason: 'ENTRAIDE_MODEL=off' }
  if (models.kind === 'unavailable')
    log.warn('Judging by words alone; the text model is not in use.', { reason: models.reason })
  const named = config.industry && openPack(config.industry)
  return createBrain({
    store,
    clock,
    packFor: named ? () => named : createPackChooser(),
    precision: config.precision,
    ...(config.secondJudge && {
      second: createSecondJudge({ settings: config.secondJudge, clock, log, mask: maskPersonalData }),
    }),
    ...(models.kind === 'ready' && { models }),
  })
}
