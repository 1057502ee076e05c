// What a page's admin decides: hours, clocks, windows, and how far the house goes by itself.
import type { Autonomy, SuggestionKind } from './suggestion.ts'

/** "HH:MM" local time, 24 h; `until` "24:00" is midnight. */
export interface Slot {
  from: string
  until: string
}

/** Slots of each weekday, Monday = 0 ... Sunday = 6. */
export type WeeklyHours = readonly (readonly Slot[])[]

export interface Closure {
  /** Local dates, "YYYY-MM-DD", both included. */
  from: string
  until: string
  reason: string
}

export interface Brake {
  reason: string
  /** ms */
  since: number
}

export interface Span {
  ms: number
  /** `open` counts only while the page's desk is open; `wall` counts always. */
  clock: 'open' | 'wall'
}

export interface PageSettings {
  pageId: string
  channel: string
  brand: string
  name: string
  /** Rises with each change; audited. */
  version: number
  lang: 'fr' | 'en'
  register: 'tu' | 'vous'
  /** IANA zone of the desk, e.g. Europe/Paris. */
  zone: string
  /** ISO country and region for public holidays (date-holidays); null for none. */
  country: string | null
  region: string | null
  hours: WeeklyHours
  /** Public holidays and own closures as local dates, computed at the edge from country and region. */
  holidays: readonly { date: string; name: string }[]
  closures: readonly Closure[]
  window: Span
  windowByTopic: Readonly<Record<string, Span>>
  /** Question to first sign from the brand (10 minutes by default), wall clock. */
  takeChargeMs: number
  /** Share of the take-charge time, 0..1, after which an acknowledgement goes out if nobody answered. */
  acknowledgeShare: number
  /** Question to answer (4 h by default), in open time. */
  answerMs: number
  /** Silence after which a thread is settled, wall clock. */
  settleAfterMs: number
  /** The deadline shows as near from this share of its time on, 0..1. */
  nearShare: number
  thankPraise: boolean
  signature: string | null
  /** Link added at the end of an answer when the entry has one. */
  linkInReply: boolean
  maxLength: number
  /** How a customer's own file is taken private. */
  privateMeans: 'message' | 'form' | 'none'
  /** The platform takes private replies this long after the question, ms; later the form is offered. Null: always. */
  privateWithinMs: number | null
  canHide: boolean
  autonomy: Readonly<Record<SuggestionKind, Autonomy>>
  /** When a human last lifted a brake, ms: a spike before it counts no more. */
  calmedAt: number | null
  /** The brake: all automatic acts off until a human lifts it. */
  brake: Brake | null
  /** The same for one topic alone. */
  topicBrakes: Readonly<Record<string, Brake>>
}
