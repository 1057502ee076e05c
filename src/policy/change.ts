// What a part of the policy is given and gives back.
import type { Order, Refusal } from './order.ts'
import type { PageSettings } from './settings.ts'
import type { Thread } from './thread.ts'

export interface StepContext {
  /** ms since the epoch. */
  now: number
  settings: PageSettings
}

export interface Change {
  thread: Thread
  orders: readonly Order[]
  /** Set when the event was refused. */
  refusal?: Refusal
}
