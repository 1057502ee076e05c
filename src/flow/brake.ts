// The crisis brake of a page: pulled by a human or by a spike, lifted by a human alone.
import { type PageSettings, spikeIn, type Thread } from '../policy/index.ts'
import { keepSettings, tellThreads } from './settings-change.ts'
import type { Work } from './work.ts'

/** Enough of a page's newest threads to see an hour beside a day. */
const threadsLookedAt = 400

export interface BrakeOrder {
  pageId: string
  pulled: boolean
  reason: string
  by: string
}

export async function setBrake(work: Work, { pageId, pulled, reason, by }: BrakeOrder): Promise<void> {
  const page = work.pages.get(pageId)
  if (!page) return
  const next: PageSettings = {
    ...page,
    version: page.version + 1,
    brake: pulled ? { reason, since: work.now } : null,
    calmedAt: pulled ? page.calmedAt : work.now,
  }
  await keepSettings(work, next, by, pulled ? 'brakePulled' : 'brakeLifted', reason)
  await tellThreads({ ...work, pages: new Map(work.pages).set(pageId, next) }, pageId, {
    kind: 'brake',
    pulled,
    reason,
  })
}

/** Asked after a thread was judged: an angry one may be one too many. */
export async function brakeOnSpike(work: Work, { pageId, judgement }: Thread): Promise<void> {
  const page = work.pages.get(pageId)
  const { kind, crisis } = judgement?.screening ?? {}
  if (!page || page.brake !== null || !(crisis?.value || kind === 'complaint')) return
  const threads = await work.tx.threads({ pageId, limit: threadsLookedAt })
  const openings = threads.map((thread) => ({
    at: thread.openedAt,
    crisis: thread.crisis !== null,
    complaint: thread.judgement?.screening.kind === 'complaint',
  }))
  const reason = spikeIn(openings, work.now, page.calmedAt)
  if (reason === null) return
  await setBrake(work, { pageId, pulled: true, reason, by: 'policy' })
  work.news.push({
    kind: 'alert',
    level: 'urgent',
    threadId: null,
    sentence: `The brake is pulled: ${reason}`,
  })
}
