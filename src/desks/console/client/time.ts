// Times as a moderator reads them.
import type { Lang } from './words.ts'

const minuteMs = 60_000

/** "il y a 3 min", "2 h ago". */
export function ago(at: number, now: number, lang: Lang): string {
  const minutes = Math.max(0, Math.round((now - at) / minuteMs))
  const format = new Intl.RelativeTimeFormat(lang, { numeric: 'always', style: 'short' })
  if (minutes < 60) return format.format(-minutes, 'minute')
  return minutes < 2880
    ? format.format(-Math.round(minutes / 60), 'hour')
    : format.format(-Math.round(minutes / 1440), 'day')
}

export const moment = (at: number, lang: Lang): string =>
  new Intl.DateTimeFormat(lang === 'fr' ? 'fr-FR' : 'en-GB', {
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(at)
