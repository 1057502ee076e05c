// A chat has no threads: which question a message there belongs to.
import type { BotActivity } from './activity.ts'
import type { BotDeps } from './deps.ts'
import { channelName } from './deps.ts'
import { externalIdOf } from './place.ts'
import { quotedIdOf, textOf } from './words.ts'

const factOf = (conversationId: string) => `${channelName}.chat.${conversationId}`

/**
 * A quoted message says it; otherwise a question opens a thread, and anything else belongs to the last one that was
 * opened here, as long as that is not settled. The opening is kept before the message, so that a second delivery of the
 * same message finds the same thread.
 */
export async function chatRoot(
  { store }: Pick<BotDeps, 'store'>,
  conversationId: string,
  activity: BotActivity & { id: string },
): Promise<string> {
  return store.transaction(async (tx) => {
    const quoted = quotedIdOf(activity)
    const known = await rootOfPost(quoted === null ? activity.id : quoted)
    if (known !== null) return known
    const current = await tx.fact(factOf(conversationId))
    if (current !== null && !textOf(activity).includes('?') && (await isOpen(current))) return current
    await tx.setFact(factOf(conversationId), activity.id)
    return activity.id

    async function rootOfPost(messageId: string): Promise<string | null> {
      const threadId = await tx.threadIdOfPost(channelName, externalIdOf(conversationId, messageId))
      const thread = threadId === null ? null : await tx.thread(threadId)
      return thread === null ? null : thread.externalId.slice(thread.externalId.lastIndexOf('|') + 1)
    }

    async function isOpen(messageId: string): Promise<boolean> {
      const threadId = await tx.threadIdOfPost(channelName, externalIdOf(conversationId, messageId))
      const thread = threadId === null ? null : await tx.thread(threadId)
      return thread === null || (thread.state !== 'settled' && thread.state !== 'gone')
    }
  })
}
