// A real server on a loopback port for the tests of src/http, with a clock and a log that they hold.
import { connect } from 'node:net'
import { createHttp, type Http, type HttpOptions } from '../../src/http/index.ts'
import type { Clock, Log, LogFields, Route } from '../../src/ports/index.ts'

export interface KeptLog extends Log {
  lines: { message: string; fields: LogFields }[]
}

export function keptLog(): KeptLog {
  const lines: KeptLog['lines'] = []
  const keep = (message: string, fields: LogFields = {}) => void lines.push({ message, fields })
  return { lines, info: keep, warn: keep, error: keep }
}

export interface HeldClock extends Clock {
  move(ms: number): void
}

export function heldClock(at = Date.UTC(2026, 9, 5, 9)): HeldClock {
  let now = at
  return {
    now: () => now,
    move: (ms) => {
      now += ms
    },
  }
}

export interface Served {
  url: string
  port: number
  http: Http
  log: KeptLog
  clock: HeldClock
}

export async function serve(routes: readonly Route[], options: Partial<HttpOptions> = {}): Promise<Served> {
  const log = keptLog()
  const clock = heldClock()
  const http = createHttp({
    routes,
    people: { personOf: async () => null },
    log,
    clock,
    host: '127.0.0.1',
    port: 0,
    publicUrl: null,
    trustProxy: false,
    ...options,
  })
  const { url } = await http.start()
  return { url, port: Number(new URL(url).port), http, log, clock }
}

/** Sends bytes as they are and resolves with all that came back once the peer closed. */
export function rawExchange(port: number, pieces: readonly (string | Uint8Array)[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    let text = ''
    socket.setEncoding('utf8')
    socket.on('data', (piece) => {
      text += piece
    })
    socket.on('error', reject)
    socket.on('close', () => resolve(text))
    for (const piece of pieces) socket.write(piece)
  })
}
