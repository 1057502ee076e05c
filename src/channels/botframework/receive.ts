// The way in from Teams: one activity a request; answered once what it says is on disk.
import type { Route, RouteContext } from '../../ports/index.ts'
import { type BotActivity, parseActivity } from './activity.ts'
import { chatRoot } from './chat.ts'
import { type BotDeps, channelName } from './deps.ts'
import type { Gate, Turn } from './gate.ts'
import { aboutIdOf, externalIdOf, pageOf, placeOf } from './place.ts'
import { concernsPost, incomingOf } from './reading.ts'

/** Teams sends at most 28 KB of text; cards' answers stay far below. */
const longestBody = 256 * 1024

/**
 * @param decide answers a card's button (an invoke, or the message an older client sends); null where no desk is set up.
 */
export function botRoutes(deps: BotDeps, gate: Gate, now: () => number, decide: Turn | null): Route[] {
  return [
    {
      method: 'POST',
      path: '/api/messages',
      access: 'public',
      limit: 'webhook',
      foreign: true,
      body: 'json',
      maxBytes: longestBody,
      handle: (request, context) => receive(request, context),
    },
  ]

  async function receive(request: Request, _context: RouteContext): Promise<Response> {
    const json: unknown = await request.json()
    const parsed = parseActivity(json)
    if (parsed.kind === 'malformed') return refusal(400, parsed.reason)
    const { activity } = parsed
    if (deps.bot.appId === '' && !mayBeAnonymous(deps, activity))
      return refusal(
        401,
        'This bot has no app id: it answers on this machine alone, when anonymousOnLoopback is set.',
      )
    const checked = await gate.check(json as object, request.headers.get('authorization') ?? '')
    if (!checked) return refusal(401, 'The token is missing, expired, or not for this bot.')
    if (isDecision(activity)) {
      if (!decide) return refusal(501, 'No review desk is set up in Teams.')
      const answer = await checked.run(decide)
      return Response.json(answer?.body ?? {}, { status: answer?.status ?? 200 })
    }
    return keep(activity)
  }

  async function keep(activity: BotActivity): Promise<Response> {
    if (!concernsPost(activity) || isOwn(activity)) return new Response(null, { status: 200 })
    const pageId = pageOf(activity, await deps.pages(), deps.bot.pages)
    if (pageId === null) {
      deps.log.warn('A message from a conversation that no page is set up for was not taken in.', {
        conversation: activity.conversation.id,
      })
      return refusal(404, 'No page is set up for this conversation. Name it in bot.pages.')
    }
    const place = placeOf(activity)
    const aboutId = aboutIdOf(activity, place)
    const rootId = place.rootId ?? (await chatRoot(deps, place.conversationId, { ...activity, id: aboutId }))
    const likes = await likesOf(externalIdOf(place.conversationId, aboutId))
    const incoming = incomingOf({ activity, aboutId, place, pageId, rootId, likes, now: now() }, deps.bot)
    if (!incoming) return new Response(null, { status: 200 })
    const [taken] = await deps.takeIn([incoming])
    return taken?.kind === 'refused' ? refusal(404, taken.reason) : new Response(null, { status: 200 })
  }

  async function likesOf(externalId: string): Promise<number> {
    return deps.store.read(async (tx) => {
      const threadId = await tx.threadIdOfPost(channelName, externalId)
      const thread = threadId === null ? null : await tx.thread(threadId)
      return thread?.posts.find((post) => post.externalId === externalId)?.likes ?? 0
    })
  }
}

/** A button of a card: an invoke, or a message with a value and no text from a client that knows no Action.Execute. */
const isDecision = ({ type, value, text }: BotActivity) =>
  type === 'invoke' || (type === 'message' && !text && typeof value === 'object' && value !== null)

/** What the bot posted itself comes back in some clients. */
const isOwn = ({ from, recipient }: BotActivity) => from.role === 'bot' || from.id === recipient?.id

function mayBeAnonymous({ bot, loopback }: BotDeps, { serviceUrl }: BotActivity): boolean {
  const { hostname } = new URL(serviceUrl)
  return bot.anonymousOnLoopback && loopback && ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
}

const refusal = (status: number, error: string) => Response.json({ error }, { status })
