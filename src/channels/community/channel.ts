// The way out to the built-in page. Nothing is outside: the reply is there once the house keeps it with its thread.
import type { Channel, Store, TakeIn } from '../../ports/index.ts'
import { channelName, longestPost } from './deps.ts'

export interface CommunityChannelDeps {
  store: Store
  takeIn: TakeIn
}

/** The identity of the brand's post that an outbox row makes; the same however often it is asked. */
export const brandPostId = (outboxId: string): string => `brand-${outboxId}`

export function communityChannel({ store, takeIn }: CommunityChannelDeps): Channel {
  return {
    name: channelName,
    can: { edit: true, hide: true, privateReply: true, readBack: true, maxLength: longestPost },
    async send(row) {
      const { payload } = row
      switch (payload.kind) {
        case 'reply':
          return { kind: 'sent', externalId: brandPostId(row.id) }
        case 'hide': {
          const threadId = await store.read((tx) => tx.threadIdOfPost(channelName, payload.externalId))
          const thread = threadId === null ? null : await store.read((tx) => tx.thread(threadId))
          if (!thread) return { kind: 'rejected', reason: 'There is no such post on this page.' }
          // As any platform would: the page reports that the post is hidden now.
          await takeIn([
            {
              channel: channelName,
              pageId: thread.pageId,
              threadExternalId: thread.externalId,
              externalId: payload.externalId,
              version: row.createdAt,
              event: { kind: 'hidden', hidden: true },
              at: row.createdAt,
            },
          ])
          return { kind: 'sent', externalId: payload.externalId }
        }
        case 'card':
          return { kind: 'rejected', reason: 'The community page shows no cards.' }
      }
    },
    async readBack(row) {
      if (row.payload.kind !== 'reply') return { kind: 'absent' }
      const externalId = brandPostId(row.id)
      const there = await store.read((tx) => tx.threadIdOfPost(channelName, externalId))
      return there === null ? { kind: 'absent' } : { kind: 'found', externalId }
    },
  }
}
