// The moderator's API: the queue, a thread, and what is decided of it.
import * as z from 'zod'
import type { Desk } from '../../flow/index.ts'
import type { Route, RouteContext, ThreadState } from '../../ports/index.ts'
import { json, numberOf, outcome, read } from './respond.ts'

const longestReply = 5_000
const acts = [
  'acknowledge',
  'validate',
  'complete',
  'correct',
  'answer',
  'handOver',
  'warn',
  'escalate',
  'thank',
] as const

const review = z.strictObject({
  suggestionId: z.string().min(1),
  /** The version that was on the screen. */
  threadVersion: z.number().int().min(0),
  decision: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('approve') }),
    z.strictObject({ kind: z.literal('edit'), text: z.string().trim().min(1).max(longestReply) }),
    z.strictObject({ kind: z.literal('reject'), reason: z.string().max(500) }),
    z.strictObject({ kind: z.literal('stop') }),
  ]),
})

const command = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('reply'),
    text: z.string().trim().min(1).max(longestReply),
    private: z.boolean().default(false),
  }),
  z.strictObject({ kind: z.literal('suggest'), act: z.enum(acts) }),
  z.strictObject({ kind: z.literal('escalate'), reason: z.string().max(500) }),
  z.strictObject({ kind: z.literal('calm') }),
  z.strictObject({ kind: z.literal('settle') }),
  z.strictObject({ kind: z.literal('reopen') }),
])

const entryChoice = z.strictObject({ entryId: z.string().min(1).nullable() })
const delivery = z.strictObject({ as: z.enum(['posted', 'notPosted', 'giveUp']) })

const base = { access: 'moderator', limit: 'api' } as const

export function threadApi({ desk }: { desk: Desk }): Route[] {
  return [
    {
      ...base,
      method: 'GET',
      path: '/api/desk/queue',
      handle: async (request) => json(await desk.queue(queueFilter(new URL(request.url)))),
    },
    {
      ...base,
      method: 'GET',
      path: '/api/desk/threads',
      handle: async (request) => json({ threads: await desk.threads(threadFilter(new URL(request.url))) }),
    },
    {
      ...base,
      method: 'GET',
      path: '/api/desk/threads/:id',
      handle: async (_, { params }) => found(await desk.thread(params.id ?? '')),
    },
    {
      ...base,
      method: 'GET',
      path: '/api/desk/search',
      handle: async (request) =>
        json({ candidates: await desk.searchEntries(new URL(request.url).searchParams.get('q') ?? '') }),
    },
    {
      ...base,
      method: 'GET',
      path: '/api/desk/deliveries',
      handle: async () => json({ rows: await desk.unknownDeliveries() }),
    },
    {
      ...base,
      method: 'GET',
      path: '/api/desk/calls',
      handle: async () => json({ calls: await desk.callBacks() }),
    },
    {
      ...base,
      method: 'POST',
      path: '/api/desk/calls/:id/done',
      handle: async (_, context) =>
        outcome(await desk.callBackDone({ id: context.params.id ?? '', by: whoIs(context) })),
    },
    {
      ...base,
      method: 'POST',
      path: '/api/desk/reviews',
      body: 'json',
      async handle(request, context) {
        const body = await read(request, review)
        return body.kind === 'answer'
          ? body.response
          : outcome(await desk.review({ ...body.value, by: whoIs(context) }))
      },
    },
    {
      ...base,
      method: 'POST',
      path: '/api/desk/threads/:id/command',
      body: 'json',
      async handle(request, context) {
        const body = await read(request, command)
        if (body.kind === 'answer') return body.response
        return outcome(
          await desk.command({ threadId: context.params.id ?? '', by: whoIs(context), command: body.value }),
        )
      },
    },
    {
      ...base,
      method: 'POST',
      path: '/api/desk/threads/:id/entry',
      body: 'json',
      async handle(request, context) {
        const body = await read(request, entryChoice)
        if (body.kind === 'answer') return body.response
        return outcome(
          await desk.pickEntry({ threadId: context.params.id ?? '', by: whoIs(context), ...body.value }),
        )
      },
    },
    {
      ...base,
      method: 'POST',
      path: '/api/desk/deliveries/:id',
      body: 'json',
      async handle(request, context) {
        const body = await read(request, delivery)
        if (body.kind === 'answer') return body.response
        return outcome(
          await desk.settleDelivery({ outboxId: context.params.id ?? '', by: whoIs(context), ...body.value }),
        )
      },
    },
  ]
}

/** The route's access was checked before: somebody is signed in. */
export const whoIs = ({ person }: RouteContext): string => person?.id ?? 'nobody'

const found = (value: unknown): Response =>
  value === null ? json({ error: 'There is no such thread.' }, 404) : json(value)

function queueFilter({ searchParams }: URL) {
  const page = searchParams.get('page')
  return { limit: numberOf(searchParams.get('limit'), 50, 200), ...(page && { pageId: page }) }
}

function threadFilter({ searchParams }: URL) {
  const [page, text, state] = ['page', 'q', 'state'].map((name) => searchParams.get(name))
  const [openedAt, id] = [Number(searchParams.get('openedAt')), searchParams.get('before')]
  return {
    limit: numberOf(searchParams.get('limit'), 50, 200),
    ...(page && { pageId: page }),
    ...(text && { text }),
    ...(state && { states: [state as ThreadState] }),
    ...(id && Number.isFinite(openedAt) && { before: { openedAt, id } }),
  }
}
