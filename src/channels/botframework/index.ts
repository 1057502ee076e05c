// Conversations of the Bot Framework (Microsoft Teams): messages come in, replies and review cards go out.
import type { Channel, Route } from '../../ports/index.ts'
import { botChannel } from './channel.ts'
import type { BotDeps } from './deps.ts'
import { openGate, type Turn } from './gate.ts'
import { botRoutes } from './receive.ts'

export type { CardBody } from './channel.ts'
export { type BotDeps, type BotSettings, channelName as botChannelName } from './deps.ts'
export type { Turn } from './gate.ts'

export interface BotRoom {
  channel: Channel
  routes: Route[]
}

/**
 * Loads the SDK and opens the room.
 * @param now ms, for activities without a time. @param decide answers a review card's button; null without a desk.
 */
export async function openBotRoom(deps: BotDeps, now: () => number, decide: Turn | null): Promise<BotRoom> {
  const gate = await openGate(deps.bot)
  return { channel: botChannel(gate), routes: botRoutes(deps, gate, now, decide) }
}
