// What a Teams message says, without what Teams puts around it.
import type { BotActivity } from './activity.ts'

/** The text as written: the mention of the bot goes, other mentions keep their name. */
export function textOf({ text, entities, recipient }: BotActivity): string {
  const toBot = (entities ?? []).filter(
    ({ type, mentioned }) => type === 'mention' && mentioned?.id === recipient?.id,
  )
  const bare = toBot.reduce((rest, { text: mention }) => rest.replaceAll(mention ?? '', ''), text ?? '')
  return withoutEntities(bare.replace(/<\/?at[^>]*>/g, '')).trim()
}

const entities: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&nbsp;': ' ',
  '&amp;': '&',
}

const withoutEntities = (text: string) =>
  text.replace(/&(?:lt|gt|quot|nbsp|amp|#39);/g, (sign) => entities[sign] ?? sign)

/** The message that a chat message quotes or answers; null for none. */
export function quotedIdOf({ replyToId, attachments }: BotActivity): string | null {
  if (replyToId) return replyToId
  const quote = attachments?.find(({ contentType }) => contentType === 'messageReference')?.content
  const content = typeof quote === 'string' ? parsed(quote) : quote
  if (typeof content !== 'object' || content === null) return null
  const id = (content as { messageId?: unknown }).messageId
  return typeof id === 'string' ? id : null
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}
