// How the page tells the house what happened on it: as any channel does, by events.
import type { Incoming, IncomingEvent, TakenIn } from '../../ports/index.ts'
import { type CommunityDeps, channelName } from './deps.ts'

export interface Told {
  pageId: string
  threadExternalId: string
  externalId: string
  event: IncomingEvent
  /** 0 for a post's first form, else the moment, so that each change is an event of its own. */
  version: number
}

/** Resolves once it is durable and applied. */
export async function tell({ takeIn, clock }: CommunityDeps, told: Told): Promise<TakenIn> {
  const incoming: Incoming = { channel: channelName, at: clock.now(), ...told }
  const [taken] = await takeIn([incoming])
  return taken ?? { kind: 'refused', reason: 'nothing was kept' }
}
