// When a page is on fire: so many crises, or so much anger, within an hour that nothing should go out by itself.

/** What is known of a thread when it opens. */
export interface Opening {
  /** ms */
  at: number
  crisis: boolean
  complaint: boolean
}

const hourMs = 3_600_000
const usualHours = 24
/** Three crises within an hour are no chance any more. */
const crises = 3
const complaints = 10
/** This many, and so many times what the page usually gets in an hour. */
const volume = { fewest: 30, times: 5 }

/**
 * @param openings of the last 25 hours, in any order. @param calmedAt when a human last lifted the brake: what came before
 * counts no more.
 * @returns why the brake should be pulled, in one sentence; null when it should not.
 */
export function spikeIn(openings: readonly Opening[], now: number, calmedAt: number | null): string | null {
  const from = Math.max(now - hourMs, calmedAt ?? 0)
  const lately = openings.filter(({ at }) => at > from && at <= now)
  const flagged = lately.filter(({ crisis }) => crisis).length
  if (flagged >= crises) return `${flagged} crises within an hour.`
  const angry = lately.filter(({ crisis, complaint }) => crisis || complaint).length
  if (angry >= complaints && angry * 2 >= lately.length) return `${angry} angry threads within an hour.`
  const before = openings.filter(
    ({ at }) => at <= now - hourMs && at > now - (usualHours + 1) * hourMs,
  ).length
  const usual = Math.max(1, before / usualHours)
  if (lately.length >= volume.fewest && lately.length >= volume.times * usual)
    return `${lately.length} threads within an hour, ${Math.round(lately.length / usual)} times the usual.`
  return null
}
