// What changes is told to open consoles at once, by server-sent events.
import type { News, Route } from '../../ports/index.ts'

/** A comment now and then, so that proxies keep the line open and a lost reader is noticed. */
const beatMs = 25_000

export function liveApi({ news }: { news: News }): Route[] {
  return [
    {
      access: 'moderator',
      limit: 'api',
      method: 'GET',
      path: '/api/desk/live',
      handle: async () =>
        new Response(stream(news), {
          headers: { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' },
        }),
    },
  ]
}

function stream(news: News): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let leave = () => {}
  return new ReadableStream({
    start(controller) {
      const send = (text: string) => controller.enqueue(encoder.encode(text))
      const stop = news.subscribe((item) => send(`data: ${JSON.stringify(item)}\n\n`))
      const beat = setInterval(() => send(': here\n\n'), beatMs)
      leave = () => {
        stop()
        clearInterval(beat)
      }
      send('retry: 2000\n\n')
    },
    cancel: () => leave(),
  })
}
