// Which language a reader gets, and how moments read in it.

export type Lang = 'fr' | 'en'

/** Asked for in the address, else chosen before, else the browser's first choice among ours, else the page's. */
export function langOf(request: Request, pageLang: Lang): Lang {
  const asked = new URL(request.url).searchParams.get('lang')
  if (asked === 'fr' || asked === 'en') return asked
  const kept = /(?:^|;\s*)lang=(fr|en)\b/.exec(request.headers.get('cookie') ?? '')?.[1]
  if (kept === 'fr' || kept === 'en') return kept
  const first = /\b(fr|en)\b/i.exec(request.headers.get('accept-language') ?? '')?.[1]?.toLowerCase()
  return first === 'fr' || first === 'en' ? first : pageLang
}

const locales: Record<Lang, string> = { fr: 'fr-FR', en: 'en-GB' }
const minute = 60_000
const units = [
  { unit: 'day', ms: 24 * 60 * minute, until: 7 * 24 * 60 * minute },
  { unit: 'hour', ms: 60 * minute, until: 24 * 60 * minute },
  { unit: 'minute', ms: minute, until: 60 * minute },
] as const

export interface Moments {
  /** "14:02" */
  hour(ms: number): string
  /** "5 October 2026 at 14:02" */
  full(ms: number): string
  /** "3 min ago" within a week, then the date. */
  ago(ms: number): string
  /** "14:02", "tomorrow at 09:00" or "Monday at 09:00", whichever says enough. */
  soon(ms: number): string
}

/** @param zone the page's zone: the brand's hours mean something there alone. */
export function moments(lang: Lang, zone: string, now: number): Moments {
  const locale = locales[lang]
  const format = (options: Intl.DateTimeFormatOptions) => {
    const formatter = new Intl.DateTimeFormat(locale, { timeZone: zone, ...options })
    return (ms: number) => formatter.format(ms)
  }
  const hour = format({ hour: '2-digit', minute: '2-digit' })
  const full = format({ dateStyle: 'long', timeStyle: 'short' })
  const date = format({ dateStyle: 'medium' })
  const weekday = format({ weekday: 'long', day: 'numeric', month: 'long' })
  const dayOf = format({ dateStyle: 'short' })
  const at = lang === 'fr' ? ' à ' : ' at '
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' })
  return {
    hour,
    full,
    ago: (ms) => {
      const passed = Math.max(0, now - ms)
      const fitting = units.findLast(({ until }) => passed < until)
      if (!fitting) return date(ms)
      if (passed < minute) return lang === 'fr' ? 'à l’instant' : 'just now'
      return relative.format(-Math.floor(passed / fitting.ms), fitting.unit)
    },
    soon: (ms) => {
      if (dayOf(ms) === dayOf(now)) return hour(ms)
      if (dayOf(ms) === dayOf(now + 24 * 60 * minute))
        return (lang === 'fr' ? 'demain' : 'tomorrow') + at + hour(ms)
      return weekday(ms) + at + hour(ms)
    },
  }
}
