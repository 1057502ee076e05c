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

export interface PageHistory {
  /** Those of the last hour, in any order; older ones do not matter. */
  openings: readonly Opening[]
  /** How many threads each of the last hours brought, the newest first, as far as the page goes back. */
  perHour: readonly number[]
}

export interface Spike {
  /** Where it burns; null: all over the page. */
  topic: string | null
  reason: string
}

const hourMs = 3_600_000
/** The hours of a week: a page has quiet nights and busy Mondays, and neither is a spike. */
export const usualHours = 7 * 24
/** Three crises within an hour are no chance any more. */
const crises = 3
const complaints = 10
/** So many threads in an hour are worth a look; so many times the busiest hour of the week before, a spike. */
export const busyHour = 30
const timesBusiest = 2
/** From this share on, 0..1, a spike is its topic's and leaves the rest of the page alone. */
const topicShare = 0.8

/**
 * @param calmedAt when a human last lifted a brake: what came before counts no more.
 * @returns where the brake should be pulled and why; null when it should not.
 */
export function spikeIn(
  { openings, perHour }: PageHistory,
  now: number,
  calmedAt: number | null,
): Spike | null {
  const from = Math.max(now - hourMs, calmedAt ?? 0)
  const lately = openings.filter(({ at }) => at > from && at <= now)
  const flagged = lately.filter(({ crisis }) => crisis).length
  // A fraud or a danger is not bound to a topic: crises stop the whole page.
  if (flagged >= crises) return { topic: null, reason: `${flagged} crises within an hour.` }
  const angry = lately.filter(({ crisis, complaint }) => crisis || complaint)
  if (angry.length >= complaints && angry.length * 2 >= lately.length)
    return spike(angry, `${angry.length} angry threads within an hour.`)
  // In its first week a page has no usual yet.
  if (lately.length < busyHour || perHour.length <= usualHours) return null
  const busiest = Math.max(...perHour.slice(1))
  return lately.length >= timesBusiest * busiest
    ? spike(
        lately,
        `${lately.length} threads within an hour, where the busiest of the week before had ${busiest}.`,
      )
    : null
}

function spike(burning: readonly Opening[], reason: string): Spike {
  const byTopic = Map.groupBy(burning, ({ topic }) => topic)
  const [most] = [...byTopic].toSorted(([, a], [, b]) => b.length - a.length)
  const [topic, those] = most ?? [null, []]
  return { topic: those.length >= topicShare * burning.length ? topic : null, reason }
}
