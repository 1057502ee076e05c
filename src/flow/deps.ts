// What every station is given: the ports, and what the bot knows right now.
import type { CallBackLinks, Channel, Clock, HolidayTable, Ids, Log, News, Store } from '../ports/index.ts'
import type { Brain } from './brain.ts'
import type { CardMaker } from './cards.ts'

export interface FlowDeps {
  store: Store
  clock: Clock
  ids: Ids
  log: Log
  news: News
  channels: ReadonlyMap<string, Channel>
  brain: Brain
  /** Public holidays, looked up when a page's settings are saved and at each start; absent: those kept stay. */
  holidays?: HolidayTable
  /** Where a customer asks to be called; absent: no such form is served. */
  callBackLinks?: CallBackLinks
  /** Draws a card for a chat desk when a suggestion opens or closes; absent when no such desk is set up. */
  cards?: CardMaker
}
