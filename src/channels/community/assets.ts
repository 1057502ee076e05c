// The style sheet, the script and the icon: read once, named by their content, kept by browsers for good.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Route } from '../../ports/index.ts'

/** @param name the address's; @param files what it is made of, in their order. */
const read = (name: string, type: string, files: readonly string[]) => {
  const bytes = Buffer.concat(files.map((file) => readFileSync(new URL(file, import.meta.url))))
  const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 10)
  const path = `/community/${name.replace(/\.(\w+)$/, `.${digest}.$1`)}`
  return { bytes: new Uint8Array(bytes), type, path }
}

const style = read('community.css', 'text/css; charset=utf-8', [
  'style/frame.css',
  'style/forms.css',
  'style/list.css',
  'style/thread.css',
])
const script = read('live.js', 'text/javascript; charset=utf-8', ['live.js'])
const icon = read('icon.svg', 'image/svg+xml', ['icon.svg'])

export const assetPaths = { style: style.path, script: script.path, icon: icon.path } as const

export function assetRoutes(): Route[] {
  return [style, script, icon].map(({ bytes, type, path }) => ({
    method: 'GET',
    path,
    access: 'public',
    limit: 'read',
    handle: async () =>
      new Response(bytes, {
        headers: { 'content-type': type, 'cache-control': 'public, max-age=31536000, immutable' },
      }),
  }))
}
