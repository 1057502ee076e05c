// A thread's changes as server-sent events; the page then reads itself anew, so an event carries no words.
import type { Route } from '../../ports/index.ts'
import type { CommunityDeps } from './deps.ts'
import { stampOf } from './stamp.ts'
import { onThread } from './visit.ts'

const mostOpen = 2_000
/** Of one address: a family's tabs, not a flood. */
const mostOpenEach = 30
/** Proxies close what stays silent for a minute. */
const beatMs = 25_000

export function liveRoutes(deps: CommunityDeps): Route[] {
  const open = createCounter()
  return [
    {
      method: 'GET',
      path: '/c/:page/threads/:id/live',
      access: 'public',
      limit: 'read',
      handle: onThread(deps, async ({ thread }, { ip }) => {
        if (open.total() >= mostOpen || open.of(ip) >= mostOpenEach)
          return new Response(null, { status: 503, headers: { 'retry-after': '60' } })
        open.add(ip, 1)
        const body = changes(deps, thread.id, () => open.add(ip, -1))
        return new Response(body, {
          headers: { 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' },
        })
      }),
    },
  ]
}

interface Counter {
  add(key: string, by: 1 | -1): void
  of(key: string): number
  total(): number
}

function createCounter(): Counter {
  const counts = new Map<string, number>()
  let total = 0
  const of = (key: string) => counts.get(key) ?? 0
  return {
    of,
    total: () => total,
    add: (key, by) => {
      total += by
      const left = of(key) + by
      if (left > 0) counts.set(key, left)
      else counts.delete(key)
    },
  }
}

function changes(
  { news, store }: CommunityDeps,
  threadId: string,
  closed: () => void,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let stop = () => {}
  let stopped = false
  return new ReadableStream<Uint8Array>({
    start(controller) {
      const say = (text: string) => controller.enqueue(encoder.encode(text))
      say('retry: 5000\n\n')
      const unsubscribe = news.subscribe((item) => {
        if (item.kind === 'thread' && item.threadId === threadId) say('event: changed\ndata: \n\n')
      })
      // Read after subscribing: whatever changed while the reader's page was on its way is not missed.
      const stamp = async () => {
        const thread = await store.read((tx) => tx.thread(threadId))
        if (thread && !stopped) say(`event: stamp\ndata: ${stampOf(thread)}\n\n`)
      }
      void stamp().catch(() => controller.error())
      const beat = setInterval(() => say(': still here\n\n'), beatMs)
      beat.unref()
      stop = () => {
        clearInterval(beat)
        unsubscribe()
        closed()
      }
    },
    cancel() {
      stopped = true
      stop()
    },
  })
}
