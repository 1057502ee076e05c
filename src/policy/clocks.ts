// The two clocks of a thread and its community window, as moments.
import { addOpenTime } from './calendar.ts'
import type { PageSettings } from './settings.ts'
import type { Thread } from './thread.ts'

export interface Deadlines {
  /** ms since the epoch; null once the clock has stopped. */
  takeChargeBy: number | null
  answerBy: number | null
  /** A running clock has used the page's `nearShare` of its time. */
  near: boolean
  late: boolean
}

export function deadlines(thread: Thread, settings: PageSettings, now: number): Deadlines {
  const over = thread.settledAt !== null || thread.state === 'gone' || thread.state === 'rootless'
  const takeChargeBy = over || thread.takenChargeAt !== null ? null : thread.openedAt + settings.takeChargeMs
  const answerBy =
    over || thread.answeredAt !== null ? null : addOpenTime(thread.openedAt, settings.answerMs, settings)
  const moments = nearMoments(thread, settings).map(({ at }) => at)
  return {
    takeChargeBy,
    answerBy,
    near: moments.some((at) => at <= now),
    late: [takeChargeBy, answerBy].some((by) => by !== null && by < now),
  }
}

/** When each running clock comes near its end. */
export function nearMoments(
  thread: Thread,
  settings: PageSettings,
): { clock: 'takeCharge' | 'answer'; at: number }[] {
  if (thread.settledAt !== null || thread.state === 'gone' || thread.state === 'rootless') return []
  const answerNear = addOpenTime(thread.openedAt, settings.answerMs * settings.nearShare, settings)
  return [
    ...(thread.takenChargeAt === null
      ? [{ clock: 'takeCharge' as const, at: thread.openedAt + settings.takeChargeMs * settings.nearShare }]
      : []),
    ...(thread.answeredAt === null && answerNear !== null
      ? [{ clock: 'answer' as const, at: answerNear }]
      : []),
  ]
}

/** When the community's own time ends; null when the desk never opens long enough. */
export function windowEnd(thread: Thread, settings: PageSettings): number | null {
  const topic = thread.judgement?.entry?.topic
  const span = (topic === undefined ? undefined : settings.windowByTopic[topic]) ?? settings.window
  return span.clock === 'wall' ? thread.openedAt + span.ms : addOpenTime(thread.openedAt, span.ms, settings)
}

export function acknowledgeAt(thread: Thread, settings: PageSettings): number {
  return thread.openedAt + settings.takeChargeMs * settings.acknowledgeShare
}

/** Crisis first, then oldest first; influence never. */
export function compareQueue(a: Thread, b: Thread): number {
  const crisis = Number(b.crisis !== null) - Number(a.crisis !== null)
  return crisis || a.openedAt - b.openedAt || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}
