// Where a message stands: its conversation, the page it belongs to, and identities that hold across conversations.
import type { PageSettings } from '../../ports/index.ts'
import type { BotActivity } from './activity.ts'
import { type BotSettings, channelName } from './deps.ts'

export interface Place {
  /** Without the thread's mark. */
  conversationId: string
  /** The root message's id in a channel; null in a chat, which has no threads. */
  rootId: string | null
}

/** Teams marks a channel's thread in the conversation's id: `19:...@thread.tacv2;messageid=<root>`. */
export function placeOf({ conversation }: BotActivity): Place {
  const [conversationId = '', mark] = conversation.id.split(';messageid=')
  return { conversationId, rootId: mark ?? null }
}

const rootWithinMs = 1_000

/**
 * The id of the message that an activity speaks of. In Teams a thread's mark is its first message's id; the Playground
 * gives that message another id of its own, and is known by it: Teams numbers its messages by the millisecond.
 */
export function aboutIdOf({ type, id, replyToId, timestamp }: BotActivity, { rootId }: Place): string {
  const about = (type === 'messageReaction' ? replyToId : id) ?? ''
  if (rootId === null || /^\d+$/.test(about) || !timestamp) return about
  return Math.abs(timestamp.getTime() - Number(rootId)) < rootWithinMs ? rootId : about
}

/** A message's id is unique in its conversation alone. */
export const externalIdOf = (conversationId: string, messageId: string): string =>
  `${conversationId}|${messageId}`

/** The message's own id, as the platform wants it back. */
export const messageIdOf = (externalId: string): string => externalId.slice(externalId.lastIndexOf('|') + 1)

/** The page that a conversation is set up for; without a setting, the one Teams page there is. */
export function pageOf(
  { conversation, channelData }: BotActivity,
  pages: readonly PageSettings[],
  settings: BotSettings['pages'],
): string | null {
  const own = pages.filter(({ channel }) => channel === channelName).map(({ pageId }) => pageId)
  const names = [
    conversation.id.split(';')[0],
    channelData?.channel?.id ?? channelData?.teamsChannelId,
    channelData?.team?.id ?? channelData?.teamsTeamId,
  ]
  const named = names.map((name) => settings[name ?? '']).find((page) => page !== undefined)
  if (named !== undefined) return own.includes(named) ? named : null
  return own.length === 1 ? (own[0] ?? null) : null
}
