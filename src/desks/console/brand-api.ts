// The admin's API: entries, gaps, pages, the audit trail and the report.
import * as z from 'zod'
import type { Desk } from '../../flow/index.ts'
import type { Clock, Route } from '../../ports/index.ts'
import { pageSettings } from './page-settings.ts'
import { json, numberOf, read } from './respond.ts'
import { whoIs } from './thread-api.ts'

const longestFaq = 8 * 1024 * 1024
const weekMs = 7 * 24 * 3_600_000

const brake = z.strictObject({
  pulled: z.boolean(),
  reason: z.string().trim().min(1).max(500),
  /** One topic alone; absent: the whole page. */
  topic: z.string().min(1).max(80).optional(),
})
const faq = z.strictObject({ text: z.string().max(longestFaq) })

const moderator = { access: 'moderator', limit: 'api' } as const
const admin = { access: 'admin', limit: 'api' } as const

export function brandApi({ desk, clock }: { desk: Desk; clock: Clock }): Route[] {
  return [
    {
      ...moderator,
      method: 'GET',
      path: '/api/desk/entries',
      handle: async () => json({ entries: await desk.entries() }),
    },
    {
      ...moderator,
      method: 'GET',
      path: '/api/desk/links',
      handle: async () => json({ links: await desk.packLinks() }),
    },
    {
      ...moderator,
      method: 'GET',
      path: '/api/desk/gaps',
      handle: async () => json({ gaps: await desk.gaps() }),
    },
    {
      ...moderator,
      method: 'GET',
      path: '/api/desk/pages',
      handle: async () => json({ pages: await desk.pages() }),
    },
    {
      ...moderator,
      method: 'GET',
      path: '/api/desk/credits',
      handle: async () => json({ credits: await desk.credits() }),
    },
    {
      ...moderator,
      method: 'GET',
      path: '/api/desk/report',
      handle: async (request) => {
        const { searchParams } = new URL(request.url)
        const page = searchParams.get('page')
        const since = numberOf(searchParams.get('since'), clock.now() - weekMs, Number.MAX_SAFE_INTEGER)
        return json(await desk.report({ since, ...(page && { pageId: page }) }))
      },
    },
    {
      ...admin,
      method: 'GET',
      path: '/api/desk/audit',
      handle: async (request) => {
        const { searchParams } = new URL(request.url)
        const before = searchParams.get('before')
        return json({
          rows: await desk.audit({
            limit: numberOf(searchParams.get('limit'), 100, 500),
            ...(before && { before: Number(before) }),
          }),
        })
      },
    },
    {
      ...admin,
      method: 'PUT',
      path: '/api/desk/entries',
      body: 'json',
      async handle(request, context) {
        const saved = await desk.saveEntry(await request.json(), whoIs(context))
        return json(saved, saved.kind === 'saved' ? 200 : 400)
      },
    },
    {
      ...admin,
      method: 'DELETE',
      path: '/api/desk/entries/:id',
      async handle(_, context) {
        await desk.removeEntry(context.params.id ?? '', whoIs(context))
        return json({ kind: 'removed' })
      },
    },
    {
      ...admin,
      method: 'POST',
      path: '/api/desk/faq',
      body: 'json',
      maxBytes: longestFaq,
      async handle(request, context) {
        const body = await read(request, faq)
        if (body.kind === 'answer') return body.response
        const imported = await desk.importFaq(body.value.text, whoIs(context))
        return json(imported, imported.errors.length === 0 ? 200 : 400)
      },
    },
    {
      ...admin,
      method: 'GET',
      path: '/api/desk/faq',
      handle: async () =>
        new Response(await desk.exportFaq(), {
          headers: {
            'content-type': 'application/jsonl; charset=utf-8',
            'content-disposition': 'attachment; filename="faq.jsonl"',
          },
        }),
    },
    {
      ...admin,
      method: 'PUT',
      path: '/api/desk/pages/:id',
      body: 'json',
      async handle(request, context) {
        const body = await read(request, pageSettings)
        if (body.kind === 'answer') return body.response
        if (body.value.pageId !== context.params.id)
          return json({ errors: [{ field: 'pageId', message: 'is not the page of the address' }] }, 400)
        const saved = await desk.saveSettings(body.value, whoIs(context))
        return json(saved, saved.kind === 'saved' ? 200 : 400)
      },
    },
    {
      ...moderator,
      method: 'POST',
      path: '/api/desk/pages/:id/brake',
      body: 'json',
      async handle(request, context) {
        const body = await read(request, brake)
        if (body.kind === 'answer') return body.response
        await desk.brake({ pageId: context.params.id ?? '', by: whoIs(context), ...body.value })
        return json({ kind: 'done' })
      },
    },
  ]
}
