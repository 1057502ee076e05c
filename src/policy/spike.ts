// When a page is on fire: so many crises, or so much anger, within an hour that nothing should go out by itself.

/** What is known of a thread when it opens. */
export interface Opening {
  /** ms */
  at: number
  crisis: boolean
  complaint: boolean
  /** Null while no entry fits. */
  topic: string | null
}

export interface Spike {
  /** Where it burns; null: all over the page. */
  topic: string | null
  reason: string
}

const hourMs = 3_600_000
const usualHours = 24
/** Three crises within an hour are no chance any more. */
const crises = 3
const complaints = 10
/** So many threads in an hour are worth a look; so many times what the page usually gets, a spike. */
export const busyHour = 30
const timesUsual = 5
/** From this share on, 0..1, a spike is its topic's and leaves the rest of the page alone. */
const topicShare = 0.8

/**
 * @param openings of the last 25 hours, in any order. @param calmedAt when a human last lifted a brake: what came before
 * counts no more.
 * @returns where the brake should be pulled and why; null when it should not.
 */
export function spikeIn(openings: readonly Opening[], now: number, calmedAt: number | null): Spike | null {
  const from = Math.max(now - hourMs, calmedAt ?? 0)
  const lately = openings.filter(({ at }) => at > from && at <= now)
  const flagged = lately.filter(({ crisis }) => crisis)
  // A fraud or a danger is not bound to a topic: crises stop the whole page.
  if (flagged.length >= crises) return { topic: null, reason: `${flagged.length} crises within an hour.` }
  const angry = lately.filter(({ crisis, complaint }) => crisis || complaint)
  if (angry.length >= complaints && angry.length * 2 >= lately.length)
    return spike(angry, `${angry.length} angry threads within an hour.`)
  const before = openings.filter(
    ({ at }) => at <= now - hourMs && at > now - (usualHours + 1) * hourMs,
  ).length
  const usual = Math.max(1, before / usualHours)
  if (lately.length < busyHour || lately.length < timesUsual * usual) return null
  const times = Math.round(lately.length / usual)
  return spike(lately, `${lately.length} threads within an hour, ${times} times the usual.`)
}

function spike(burning: readonly Opening[], reason: string): Spike {
  const byTopic = Map.groupBy(burning, ({ topic }) => topic)
  const [most] = [...byTopic].toSorted(([, a], [, b]) => b.length - a.length)
  const [topic, those] = most ?? [null, []]
  return { topic: those.length >= topicShare * burning.length ? topic : null, reason }
}
