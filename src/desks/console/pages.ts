// The console's page and its files, as built into dist/.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import type { Route } from '../../ports/index.ts'

const dist = join(import.meta.dirname, 'dist')
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
}

export function pageRoutes(): Route[] {
  const page = async () => fileOr(join(dist, 'index.html'), 'no-cache')
  const route = { access: 'moderator', limit: 'read', method: 'GET' } as const
  return [
    { ...route, path: '/console', handle: page },
    { ...route, path: '/console/:view', handle: page },
    { ...route, path: '/console/:view/:id', handle: page },
    {
      ...route,
      access: 'public',
      path: '/console-files/:name',
      // The name must be one of the folder's own: nothing else can be reached.
      handle: async (_, { params }) =>
        existsSync(dist) && readdirSync(dist).includes(params.name ?? '')
          ? fileOr(join(dist, params.name ?? ''), 'public, max-age=31536000, immutable')
          : new Response(null, { status: 404 }),
    },
  ]
}

function fileOr(file: string, caching: string): Response {
  if (!existsSync(file))
    return new Response('The console is not built. Run: npm run build', {
      status: 503,
      headers: { 'content-type': 'text/plain; charset=utf-8' },
    })
  return new Response(readFileSync(file), {
    headers: { 'content-type': types[extname(file)] ?? 'application/octet-stream', 'cache-control': caching },
  })
}
