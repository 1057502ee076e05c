// An activity in the house's words: what happened to which post of which thread.
import type { Incoming, IncomingEvent } from '../../ports/index.ts'
import type { BotActivity } from './activity.ts'
import { type BotSettings, channelName } from './deps.ts'
import { externalIdOf, type Place } from './place.ts'
import { textOf } from './words.ts'

export interface Matter {
  activity: BotActivity
  /** Id of the message it speaks of. */
  aboutId: string
  place: Place
  pageId: string
  /** Id of the thread's first message. */
  rootId: string
  /** Likes that the post has now, for a reaction. */
  likes: number
  /** When it reached us, ms, for an activity without a time. */
  now: number
}

/** What a user of the platform did; false for everything that concerns no post. */
export function concernsPost({ type, id }: BotActivity): boolean {
  return ['message', 'messageUpdate', 'messageDelete', 'messageReaction'].includes(type) && Boolean(id)
}

/** Null where the activity says nothing: an empty message, an update that Teams makes for itself. */
export function incomingOf(matter: Matter, { brandUsers }: Pick<BotSettings, 'brandUsers'>): Incoming | null {
  const { activity, aboutId, place, pageId, rootId } = matter
  const event = eventOf(matter, brandUsers)
  if (!event) return null
  const at = activity.timestamp?.getTime() ?? matter.now
  return {
    channel: channelName,
    pageId,
    threadExternalId: externalIdOf(place.conversationId, rootId),
    externalId: externalIdOf(place.conversationId, aboutId),
    version: event.kind === 'posted' ? 0 : at,
    event,
    at,
  }
}

function eventOf(matter: Matter, brandUsers: readonly string[]): IncomingEvent | null {
  const { activity } = matter
  const text = textOf(activity)
  switch (activity.type) {
    case 'message':
      return text === '' ? null : posted(matter, text, brandUsers)
    case 'messageUpdate':
      // Teams also reports that a link preview was added; only a person's edit and a taken-back deletion count.
      return ['editMessage', 'undeleteMessage'].includes(activity.channelData?.eventType ?? '') && text !== ''
        ? { kind: 'edited', text }
        : null
    case 'messageDelete':
      return { kind: 'deleted' }
    case 'messageReaction': {
      const change = (activity.reactionsAdded?.length ?? 0) - (activity.reactionsRemoved?.length ?? 0)
      return activity.replyToId && change !== 0
        ? { kind: 'liked', likes: Math.max(0, matter.likes + change) }
        : null
    }
    default:
      return null
  }
}

function posted(
  { activity, aboutId, place, rootId }: Matter,
  text: string,
  brandUsers: readonly string[],
): IncomingEvent {
  const { from } = activity
  const ids = [from.id, from.aadObjectId ?? from.id]
  return {
    kind: 'posted',
    text,
    replyTo: aboutId === rootId ? null : externalIdOf(place.conversationId, rootId),
    author: {
      id: from.aadObjectId ?? from.id,
      name: from.name ?? '',
      brand: brandUsers.some((user) => ids.includes(user)),
      influence: null,
    },
    outboxId: null,
    address: {
      serviceUrl: activity.serviceUrl,
      conversationId: place.conversationId,
      rootId,
      threaded: place.rootId !== null,
      tenantId: activity.conversation.tenantId ?? null,
    },
  }
}
