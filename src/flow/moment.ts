// A moment in the customer's words: "demain à 9 h", "Monday at 9:00".

const dayMs = 86_400_000

/**
 * @param at the moment, ms since the epoch.
 * @param zone IANA zone in which the reader lives.
 */
export function localMoment(at: number, now: number, zone: string, lang: 'fr' | 'en'): string {
  const day = dayName(at, now, zone, lang)
  const time = timeOf(at, zone, lang)
  return lang === 'fr' ? `${day} à ${time}` : `${day} at ${time}`
}

function dayName(at: number, now: number, zone: string, lang: 'fr' | 'en'): string {
  const days = dayNumber(at, zone) - dayNumber(now, zone)
  if (days === 0) return lang === 'fr' ? 'aujourd’hui' : 'today'
  if (days === 1) return lang === 'fr' ? 'demain' : 'tomorrow'
  const options: Intl.DateTimeFormatOptions =
    days < 7 ? { weekday: 'long' } : { weekday: 'long', day: 'numeric', month: 'long' }
  return new Intl.DateTimeFormat(lang === 'fr' ? 'fr-FR' : 'en-GB', { ...options, timeZone: zone }).format(at)
}

/** Days since the epoch of the local date, so that a night with a clock change counts as one. */
function dayNumber(at: number, zone: string): number {
  const [year, month, day] = new Intl.DateTimeFormat('en-CA', { timeZone: zone })
    .format(at)
    .split('-')
    .map(Number)
  return Date.UTC(year ?? 1970, (month ?? 1) - 1, day ?? 1) / dayMs
}

function timeOf(at: number, zone: string, lang: 'fr' | 'en'): string {
  const [hour = '0', minute = '00'] = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
    .format(at)
    .split(':')
  if (lang === 'en') return `${Number(hour)}:${minute}`
  return minute === '00' ? `${Number(hour)} h` : `${Number(hour)} h ${minute}`
}
