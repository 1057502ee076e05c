// The two clocks of a thread and its community window, as moments.
import { askedAt, followUps } from './answered.ts'
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
  const runs = running(thread)
  const takeChargeBy = runs.takeCharge ? thread.openedAt + settings.takeChargeMs : null
  const answerBy = runs.answer ? addOpenTime(askedAt(thread), settings.answerMs, settings) : null
  const moments = nearMoments(thread, settings).map(({ at }) => at)
  return {
    takeChargeBy,
    answerBy,
    near: moments.some((at) => at <= now),
    late: [takeChargeBy, answerBy].some((by) => by !== null && by < now),
  }
}

/** What the two clocks were set to when the question came, whatever became of it since. */
export function firstLimits(
  { openedAt }: Thread,
  settings: PageSettings,
): Pick<Deadlines, 'takeChargeBy' | 'answerBy'> {
  return {
    takeChargeBy: openedAt + settings.takeChargeMs,
    answerBy: addOpenTime(openedAt, settings.answerMs, settings),
  }
}

/** When each running clock comes near its end. */
export function nearMoments(
  thread: Thread,
  settings: PageSettings,
): { clock: 'takeCharge' | 'answer'; at: number }[] {
  const runs = running(thread)
  const answerNear = runs.answer
    ? addOpenTime(askedAt(thread), settings.answerMs * settings.nearShare, settings)
    : null
  return [
    ...(runs.takeCharge
      ? [{ clock: 'takeCharge' as const, at: thread.openedAt + settings.takeChargeMs * settings.nearShare }]
      : []),
    ...(answerNear === null ? [] : [{ clock: 'answer' as const, at: answerNear }]),
  ]
}

/** The first sign is given once; a follow-up starts the answer's clock again. */
function running(thread: Thread): { takeCharge: boolean; answer: boolean } {
  const { settledAt, state, takenChargeAt, answeredAt } = thread
  if (settledAt !== null || state === 'gone' || state === 'rootless')
    return { takeCharge: false, answer: false }
  return {
    takeCharge: takenChargeAt === null,
    answer: answeredAt === null || followUps(thread).length > 0,
  }
}

/** When the community's own time ends, for the question or for what the asker added after its answer; null when the desk never opens long enough. */
export function windowEnd(thread: Thread, settings: PageSettings): number | null {
  const topic = thread.judgement?.entry?.topic
  const span = (topic === undefined ? undefined : settings.windowByTopic[topic]) ?? settings.window
  const from = askedAt(thread)
  return span.clock === 'wall' ? from + span.ms : addOpenTime(from, span.ms, settings)
}

export function acknowledgeAt(thread: Thread, settings: PageSettings): number {
  return thread.openedAt + settings.takeChargeMs * settings.acknowledgeShare
}

/** Crisis first, then oldest first; influence never. */
export function compareQueue(a: Thread, b: Thread): number {
  const crisis = Number(b.crisis !== null) - Number(a.crisis !== null)
  return crisis || a.openedAt - b.openedAt || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}
