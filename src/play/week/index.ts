// A simulated week of a bank's page through the real line, desk and policy: only the posts, the judgements, the
// platform and the moderator are played.
import type { Entry } from '../../../knowledge/index.ts'
import { demoPage } from '../../demo/index.ts'
import { createDesk, createLine, type FlowDeps } from '../../flow/index.ts'
import type { PageSettings } from '../../policy/index.ts'
import type { Ids, Log, News, Store } from '../../ports/index.ts'
import { createManualClock } from '../manual-clock.ts'
import { createPlayer } from '../player.ts'
import { seededRandom } from '../random.ts'
import { type Alone, playAlone } from './alone.ts'
import { deliver } from './deliveries.ts'
import { scriptedKnowledge } from './judgements.ts'
import { createMemoryStore } from './memory-store.ts'
import { createModerator } from './moderator.ts'
import { officeHours } from './office.ts'
import { createPlatform } from './platform.ts'
import { countWeek, type Scorecard } from './scorecard.ts'
import { hourMs, weekBegins, weekEnds, writeWeek } from './script.ts'

export { type Scorecard, scorecardTable } from './scorecard.ts'

const channel = 'stage'
/** Monday's office hours are played too: what was asked on Sunday is answered then. */
const afterwardsMs = 20 * hourMs
/** How often the moderator looks when nothing comes in any more. */
const lookMs = hourMs / 12

const surely = { mode: 'automatic', precision: 0.9 } as const
const weekPage: PageSettings = {
  ...demoPage,
  channel,
  hours: officeHours,
  autonomy: { ...demoPage.autonomy, validate: surely, answer: surely, handOver: surely },
}

export interface WeekOptions {
  threads: number
  seed: number
  entries: readonly Entry[]
  /** What does not matter to a week: identities, the news and the log. */
  ids: Ids
  news: News
  log: Log
}

export async function playWeek(options: WeekOptions): Promise<{ card: Scorecard; alone: Alone }> {
  const { threads, seed, entries, ids, news, log } = options
  const random = seededRandom(seed)
  const week = writeWeek(threads, entries, random)
  const clock = createManualClock(weekBegins)
  const store = createMemoryStore(weekPage)
  const platform = createPlatform(channel, random)
  const knowledge = scriptedKnowledge(week, entries)
  const deps: FlowDeps = {
    // The line and the desk use the two ways of asking; the rest of a store is for servers.
    store: store as Pick<Store, 'transaction' | 'read'> as Store,
    clock,
    ids,
    log,
    news,
    channels: new Map([[channel, platform]]),
    brain: { current: async () => knowledge },
  }
  const line = createLine(deps)
  const player = createPlayer(line, store, clock)
  const moderator = createModerator({
    desk: createDesk(deps),
    store,
    news,
    clock,
    player,
    pageId: weekPage.pageId,
    week,
  })
  for (const { arrivesAt, incoming } of deliver(week, weekPage, random)) {
    await moderator.work(arrivesAt)
    await player.until(arrivesAt)
    await player.take(incoming)
  }
  const end = weekEnds + afterwardsMs
  for (let at = clock.now() + lookMs; at <= end; at += lookMs) {
    await moderator.work(at)
    await player.until(at)
  }
  const asked = week.map(({ id }) => id)
  return {
    card: countWeek(asked, [...store.threads.values()], platform.posted),
    alone: playAlone(week, end),
  }
}
