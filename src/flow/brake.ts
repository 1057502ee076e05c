// The crisis brake of a page or a topic: pulled by a human or by a spike, lifted by a human alone.
import { brakeOn, busyHour, type PageSettings, spikeIn, type Thread, usualHours } from '../policy/index.ts'
import { keepSettings, tellThreads } from './settings-change.ts'
import type { Work } from './work.ts'

/** Enough of a page's newest threads to see what an hour is about. */
const threadsLookedAt = 400

export interface BrakeOrder {
  pageId: string
  /** Absent: the whole page. */
  topic?: string | undefined
  pulled: boolean
  reason: string
  by: string
}

export async function setBrake(work: Work, order: BrakeOrder): Promise<void> {
  const { pageId, topic, pulled, reason, by } = order
  const page = work.pages.get(pageId)
  if (!page) return
  const next: PageSettings = {
    ...page,
    ...brakes(page, order, work.now),
    version: page.version + 1,
    calmedAt: pulled ? page.calmedAt : work.now,
  }
  const where = topic === undefined ? reason : `${topic}: ${reason}`
  await keepSettings(work, next, by, pulled ? 'brakePulled' : 'brakeLifted', where)
  await tellThreads({ ...work, pages: new Map(work.pages).set(pageId, next) }, pageId, {
    kind: 'brake',
    pulled,
    reason,
  })
}

function brakes(page: PageSettings, { topic, pulled, reason }: BrakeOrder, since: number) {
  const brake = pulled ? { reason, since } : null
  if (topic === undefined) return { brake }
  const others = Object.entries(page.topicBrakes).filter(([name]) => name !== topic)
  return { topicBrakes: Object.fromEntries(brake ? [...others, [topic, brake]] : others) }
}

/** Asked after a thread was judged: it may be one angry one, or simply one, too many. */
export async function brakeOnSpike(work: Work, thread: Thread): Promise<void> {
  const { pageId } = thread
  const page = work.pages.get(pageId)
  if (!page || brakeOn(thread, page) !== null) return
  const perHour = await work.tx.openedPerHour(pageId, work.now, usualHours + 1)
  if (!isAngry(thread) && (perHour[0] ?? 0) < busyHour) return
  const threads = await work.tx.threads({ pageId, limit: threadsLookedAt })
  const spike = spikeIn({ openings: threads.map(openingOf), perHour }, work.now, page.calmedAt)
  if (spike === null) return
  const { reason } = spike
  const topic = spike.topic ?? undefined
  if (topic !== undefined && page.topicBrakes[topic]) return
  await setBrake(work, { pageId, topic, pulled: true, reason, by: 'policy' })
  const where = topic === undefined ? '' : ` for “${topic}”`
  work.news.push({
    kind: 'alert',
    level: 'urgent',
    threadId: null,
    sentence: `The brake is pulled${where}: ${reason}`,
  })
}

const isAngry = ({ judgement }: Thread): boolean =>
  judgement?.screening.crisis.value === true || judgement?.screening.kind === 'complaint'

const openingOf = ({ openedAt, crisis, judgement }: Thread) => ({
  at: openedAt,
  crisis: crisis !== null,
  complaint: judgement?.screening.kind === 'complaint',
  topic: judgement?.entry?.topic ?? null,
})
