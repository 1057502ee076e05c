// The server: restify under the routes, which know the web platform's Request and Response alone.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { isIP } from 'node:net'
import restify from 'restify'
import type { Clock, Log, Person, Route } from '../ports/index.ts'
import { sendResponse, toRequest, toUrl } from './adapt.ts'
import { assetRoutes } from './assets.ts'
import { faultResponse } from './fault.ts'
import { type Allowances, createFlood, defaultAllowances } from './flood.ts'
import { audienceOf, type GuardDeps, pass } from './guard.ts'
import { type HeaderSettings, secure } from './headers.ts'
import { mendWriteHead } from './mend.ts'
import { quietLog } from './quiet-log.ts'
import type { FaultName } from './words.ts'

export interface HttpOptions {
  routes: readonly Route[]
  people: { personOf(request: { headers: Headers }): Promise<Person | null> }
  log: Log
  clock: Clock
  host: string
  /** 0 takes any free port. */
  port: number
  /** The address people use, when it is not the one listened on (a proxy in front); null: the one listened on. */
  publicUrl: string | null
  /** True when a proxy of ours adds the peer's address to X-Forwarded-For. */
  trustProxy: boolean
  limits?: Partial<Allowances>
  frameAncestors?: readonly string[]
  timeouts?: Partial<Timeouts>
}

export interface Timeouts {
  /** To send all headers, ms. */
  headersMs: number
  /** To send the whole request, ms. */
  requestMs: number
  /** For a handler to begin its answer, ms. */
  handlerMs: number
  /** For answers under way when the server stops, ms. */
  stopMs: number
  /** How often slow peers are looked for, ms. */
  checkMs: number
}

export interface Http {
  /** Resolves with the address people use; rejects where the port is taken. */
  start(): Promise<{ url: string }>
  /** Takes no more, ends live streams, lets answers under way finish. */
  stop(): Promise<void>
}

const defaultTimeouts: Timeouts = {
  headersMs: 10_000,
  requestMs: 30_000,
  handlerMs: 60_000,
  stopMs: 5_000,
  checkMs: 5_000,
}
const maxHeaderBytes = 16 * 1024

export function createHttp(options: HttpOptions): Http {
  const timeouts = { ...defaultTimeouts, ...options.timeouts }
  const guard: GuardDeps = {
    flood: createFlood(options.clock),
    allowances: { ...defaultAllowances, ...options.limits },
    personOf: (request) => options.people.personOf(request),
  }
  const stopping = new AbortController()
  let ours = new URL(options.publicUrl ?? 'http://127.0.0.1')
  const headers = (): HeaderSettings => ({
    https: ours.protocol === 'https:',
    frameAncestors: options.frameAncestors ?? [],
  })

  mendWriteHead()
  const server = restify.createServer({ name: '', log: quietLog(), handleUncaughtExceptions: false } as never)
  Object.assign(server.server, {
    headersTimeout: timeouts.headersMs,
    requestTimeout: timeouts.requestMs,
    connectionsCheckingInterval: timeouts.checkMs,
    maxHeaderSize: maxHeaderBytes,
    maxHeadersCount: 100,
  })
  for (const route of [...assetRoutes(), ...options.routes]) mount(route)
  server.on(
    'restifyError',
    (request: IncomingMessage, response: ServerResponse, error: { statusCode?: number }) => {
      const fault: FaultName =
        error.statusCode === 405 ? 'wrongMethod' : error.statusCode === 404 ? 'notFound' : 'badUrl'
      void refuse(fault, request, response)
    },
  )

  function mount(route: Route): void {
    const handler = async (request: IncomingMessage, response: ServerResponse) => {
      await serve(route, request, response)
    }
    const method =
      route.method === 'DELETE' ? 'del' : (route.method.toLowerCase() as 'get' | 'post' | 'put' | 'patch')
    server[method](route.path, handler as never)
    if (route.method === 'GET') server.head(route.path, handler as never)
  }

  async function refuse(fault: FaultName, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = toUrl(request, ours.origin) ?? ours
    const audience = audienceOf(null, url, toHeaders(request))
    await sendResponse(
      secure(faultResponse(fault, audience), url, headers()),
      request,
      response,
      stopping.signal,
    )
  }

  async function serve(route: Route, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const gone = new AbortController()
    response.once('close', () => gone.abort())
    try {
      const url = toUrl(request, ours.origin)
      if (!url) return await refuse('badUrl', request, response)
      const answer = await handle(route, request, url, gone.signal)
      await sendResponse(secure(answer, url, headers()), request, response, stopping.signal)
    } catch (error) {
      noteFailure(route, error)
      if (!response.headersSent) await refuse('broken', request, response).catch(() => undefined)
      response.destroy()
    }
  }

  async function handle(
    route: Route,
    request: IncomingMessage,
    url: URL,
    signal: AbortSignal,
  ): Promise<Response> {
    const own = toHeaders(request)
    const ip = peerAddress(request, options.trustProxy)
    const passed = await pass({ route, incoming: request, headers: own, url, ours, ip }, guard)
    if (passed.kind === 'stopped') return passed.response
    const web = toRequest(request, url, passed.body, signal)
    const params = (request as IncomingMessage & { params: Record<string, string> }).params
    const audience = audienceOf(route.limit, url, own)
    try {
      const answer = await within(
        route.handle(web, { params: { ...params }, person: passed.person, ip }),
        timeouts.handlerMs,
      )
      if (!answer) return faultResponse('slow', audience)
      // A route that found nothing need not word it.
      return answer.status === 404 && !answer.body ? faultResponse('notFound', audience) : answer
    } catch (error) {
      const reference = noteFailure(route, error)
      return faultResponse('broken', audience, { values: { reference } })
    }
  }

  function noteFailure(route: Route, error: unknown): string {
    const reference = crypto.randomUUID().slice(0, 8).toUpperCase()
    const known = error instanceof Error ? error : new Error('something that is no error was thrown')
    // The route's pattern, not the address: a search or a token in it is nobody's business.
    options.log.error('A request failed', {
      reference,
      route: `${route.method} ${route.path}`,
      error: `${known.name}: ${known.message}`.slice(0, 300),
      where:
        known.stack
          ?.split('\n')
          .slice(1, 4)
          .map((line) => line.trim())
          .join(' | ') ?? '',
    })
    return reference
  }

  return {
    start: () =>
      new Promise((resolve, reject) => {
        server.on('error', reject)
        server.listen(options.port, options.host, () => {
          server.off('error', reject)
          server.on('error', (error: Error) =>
            options.log.error('The server failed', { error: error.message }),
          )
          const { port } = server.address()
          const host = options.host.includes(':') ? `[${options.host}]` : options.host
          if (!options.publicUrl) ours = new URL(`http://${host}:${port}`)
          resolve({ url: ours.origin })
        })
      }),
    stop: () =>
      new Promise((resolve) => {
        const hurry = setTimeout(() => server.server.closeAllConnections(), timeouts.stopMs)
        server.server.close(() => {
          clearTimeout(hurry)
          resolve()
        })
        stopping.abort()
        server.server.closeIdleConnections()
      }),
  }
}

function toHeaders(request: IncomingMessage): Headers {
  const headers = new Headers()
  for (const [name, values] of Object.entries(request.headersDistinct)) {
    for (const value of values ?? []) headers.append(name, value)
  }
  return headers
}

/** Behind our own proxy the last address is the one it saw; what stands before it anyone can write. */
function peerAddress(request: IncomingMessage, trustProxy: boolean): string {
  const peer = request.socket.remoteAddress ?? ''
  if (!trustProxy) return peer
  const forwarded = request.headers['x-forwarded-for']?.toString().split(',').at(-1)?.trim() ?? ''
  return isIP(forwarded) ? forwarded : peer
}

/** Null when it took longer. */
async function within<T>(work: Promise<T>, ms: number): Promise<T | null> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), ms)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
