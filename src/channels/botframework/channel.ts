// The way out to Teams: replies in their thread, cards to the reviewers' conversation; each call once.
import type { Channel, OutboxPayload, OutboxRow, SendOutcome } from '../../ports/index.ts'
import { channelName, longestMessage } from './deps.ts'
import type { Client, Gate } from './gate.ts'
import { outcomeOf } from './outcome.ts'
import { externalIdOf, messageIdOf } from './place.ts'

/** A call that takes longer is given up; whether it posted is then unknown. */
const timeoutMs = 20_000

interface Address {
  serviceUrl: string
  conversationId: string
  rootId: string
  threaded: boolean
}

/** Where a card goes and what it is, as the desk wrote it into the row. */
export interface CardBody {
  serviceUrl: string
  conversationId: string
  /** Shown where a card cannot be. */
  summary: string
  card: Readonly<Record<string, unknown>>
}

export function botChannel(gate: Gate): Channel {
  return {
    name: channelName,
    can: { edit: false, hide: false, privateReply: false, readBack: false, maxLength: longestMessage },
    async send({ payload }: OutboxRow): Promise<SendOutcome> {
      switch (payload.kind) {
        case 'reply':
          return sendReply(gate, payload)
        case 'hide':
          return { kind: 'rejected', reason: 'Teams does not let a bot hide a message.' }
        case 'card':
          return sendCard(gate, payload)
      }
    },
    async readBack() {
      return { kind: 'cannot', reason: 'The Bot Framework does not let a bot read a conversation.' }
    },
  }
}

async function sendReply(
  gate: Gate,
  { text, address, private: secret }: Extract<OutboxPayload, { kind: 'reply' }>,
): Promise<SendOutcome> {
  if (secret) return { kind: 'rejected', reason: 'A private message is not sent over this channel.' }
  if (!address) return { kind: 'rejected', reason: 'The thread came without an address to answer to.' }
  const { serviceUrl, conversationId, rootId, threaded } = address as unknown as Address
  const activity = { type: 'message', text, textFormat: 'plain' }
  return attempt(gate, serviceUrl, conversationId, (client, options) =>
    threaded
      ? client.conversations.replyToActivity(
          `${conversationId};messageid=${rootId}`,
          rootId,
          activity,
          options,
        )
      : client.conversations.sendToConversation(conversationId, activity, options),
  )
}

async function sendCard(
  gate: Gate,
  { body, replaces }: Extract<OutboxPayload, { kind: 'card' }>,
): Promise<SendOutcome> {
  const { serviceUrl, conversationId, summary, card } = body as unknown as CardBody
  const activity = {
    type: 'message',
    summary,
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
  }
  return attempt(gate, serviceUrl, conversationId, (client, options) =>
    replaces === null
      ? client.conversations.sendToConversation(conversationId, activity, options)
      : client.conversations.updateActivity(
          conversationId,
          messageIdOf(replaces),
          { ...activity, id: messageIdOf(replaces) },
          options,
        ),
  )
}

async function attempt(
  gate: Gate,
  serviceUrl: string,
  conversationId: string,
  call: (client: Client, options: { timeout: number }) => Promise<{ id?: string }>,
): Promise<SendOutcome> {
  const client = await gate.client(serviceUrl).catch((error: unknown) => error)
  // Without a token nothing was sent.
  if (client instanceof Error) return { kind: 'notPosted', reason: client.message, retryAfterMs: null }
  try {
    const { id } = await call(client as Client, { timeout: timeoutMs })
    return id
      ? { kind: 'sent', externalId: externalIdOf(conversationId, id) }
      : { kind: 'unknown', reason: 'Teams answered without the message’s id.' }
  } catch (error) {
    return outcomeOf(error)
  }
}
