// A Bot Framework channel on loopback: speaks to the bot as Teams does, and keeps what the bot posts.
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'

export interface PostedActivity {
  method: string
  path: string
  body: Record<string, unknown> & { text?: string; attachments?: { content: unknown }[] }
}

export type Misbehaviour = { status: number; headers?: Record<string, string> } | 'reset'

export interface BotChannel {
  serviceUrl: string
  posted: PostedActivity[]
  /** How the next calls are answered; then with the new message's id. */
  misbehave: Misbehaviour[]
  /** Resolves once the bot has made this many calls. */
  calls(count: number): Promise<readonly PostedActivity[]>
  close(): Promise<void>
}

/** @param answersAfterMs how long a call waits for its answer, the post being there already. */
export async function openBotChannel({ answersAfterMs = 0 } = {}): Promise<BotChannel> {
  const posted: PostedActivity[] = []
  const misbehave: Misbehaviour[] = []
  const waiting: { count: number; resolve(): void }[] = []
  const sockets = new Set<Socket>()
  const server = createServer((request, response) => {
    const pieces: Buffer[] = []
    request.on('data', (piece: Buffer) => pieces.push(piece))
    request.on('end', () => {
      const body = JSON.parse(Buffer.concat(pieces).toString() || '{}') as PostedActivity['body']
      posted.push({ method: request.method ?? '', path: decodeURIComponent(request.url ?? ''), body })
      const bad = misbehave.shift()
      if (bad === 'reset') request.socket.destroy()
      else {
        response.writeHead(bad?.status ?? 200, { 'content-type': 'application/json', ...bad?.headers })
        const answer = JSON.stringify(bad ? { error: { message: 'as told' } } : { id: `m${posted.length}` })
        setTimeout(() => response.end(answer), answersAfterMs)
      }
      for (const one of waiting) if (posted.length >= one.count) one.resolve()
    })
  })
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    serviceUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    posted,
    misbehave,
    async calls(count) {
      if (posted.length < count) await new Promise<void>((resolve) => waiting.push({ count, resolve }))
      return posted.slice(0, count)
    },
    async close() {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
