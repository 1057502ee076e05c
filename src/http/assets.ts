// The server's own style sheet and icon, read once and answered from memory.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Route } from '../ports/index.ts'

const assets = [
  { path: '/house.css', file: 'house.css', type: 'text/css; charset=utf-8' },
  { path: '/icon.svg', file: 'icon.svg', type: 'image/svg+xml' },
] as const

export function assetRoutes(): Route[] {
  return assets.map(({ path, file, type }) => {
    const bytes = readFileSync(new URL(file, import.meta.url))
    const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 16)}"`
    const headers = { 'content-type': type, etag, 'cache-control': 'public, max-age=3600' }
    return {
      method: 'GET',
      path,
      access: 'public',
      limit: 'read',
      handle: async (request) =>
        request.headers.get('if-none-match') === etag
          ? new Response(null, { status: 304, headers })
          : new Response(new Uint8Array(bytes), { headers }),
    }
  })
}
