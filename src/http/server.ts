// The server: restify under the routes, which know the web platform's Request and Response alone.
import type { IncomingMessage, ServerResponse } from 'node:http'
import restify from 'restify'
import type { Clock, Log, Person, Route } from '../ports/index.ts'
import { type Answers, createAnswers } from './answer.ts'
import { assetRoutes } from './assets.ts'
import { type Allowances, createFlood, defaultAllowances } from './flood.ts'
import { mendWriteHead } from './mend.ts'
import { isLoopback } from './origin.ts'
import { quietLog } from './quiet-log.ts'

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

type RestifyServer = ReturnType<typeof restify.createServer>

/** @throws where nobody could tell our own pages from another site's: beyond loopback the public address must be set. */
export function createHttp(options: HttpOptions): Http {
  const { host, publicUrl, log } = options
  if (!publicUrl && !isLoopback(host)) {
    throw new Error(
      `Listening on ${host}, set publicUrl to the address people use, e.g. https://aide.example.org.`,
    )
  }
  const timeouts = { ...defaultTimeouts, ...options.timeouts }
  const stopping = new AbortController()
  let ours = new URL(publicUrl ?? 'http://127.0.0.1')
  const answers = createAnswers({
    guard: {
      flood: createFlood(options.clock),
      allowances: { ...defaultAllowances, ...options.limits },
      personOf: (request) => options.people.personOf(request),
    },
    log,
    trustProxy: options.trustProxy,
    frameAncestors: options.frameAncestors ?? [],
    handlerMs: timeouts.handlerMs,
    stopping: stopping.signal,
    ours: () => ours,
  })
  const server = openServer(timeouts)
  for (const route of [...assetRoutes(), ...options.routes]) mount(server, route, answers.serve)
  server.on(
    'restifyError',
    (request: IncomingMessage, response: ServerResponse, { statusCode }: { statusCode?: number }) => {
      void answers.refuse(
        statusCode === 405 ? 'wrongMethod' : statusCode === 404 ? 'notFound' : 'badUrl',
        request,
        response,
      )
    },
  )
  return {
    async start() {
      const port = await listen(server, host, options.port)
      server.on('error', (error: Error) => log.error('The server failed', { error: error.message }))
      if (!publicUrl) ours = new URL(`http://${host.includes(':') ? `[${host}]` : host}:${port}`)
      return { url: ours.origin }
    },
    stop() {
      stopping.abort()
      return close(server, timeouts.stopMs)
    },
  }
}

function openServer({ headersMs, requestMs, checkMs }: Timeouts): RestifyServer {
  mendWriteHead()
  const server = restify.createServer({ name: '', log: quietLog(), handleUncaughtExceptions: false } as never)
  Object.assign(server.server, {
    headersTimeout: headersMs,
    requestTimeout: requestMs,
    connectionsCheckingInterval: checkMs,
    maxHeaderSize: maxHeaderBytes,
    maxHeadersCount: 100,
  })
  return server
}

function mount(server: RestifyServer, route: Route, serve: Answers['serve']): void {
  // restify takes a handler for asynchronous by its parameters or by `async`.
  const handler = async (request: IncomingMessage, response: ServerResponse) => {
    await serve(route, request, response)
  }
  const method =
    route.method === 'DELETE' ? 'del' : (route.method.toLowerCase() as 'get' | 'post' | 'put' | 'patch')
  server[method](route.path, handler as never)
  if (route.method === 'GET') server.head(route.path, handler as never)
}

/** Resolves with the port; rejects where it cannot be listened on, saying how to mend it. */
function listen(server: RestifyServer, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const refuse = (error: NodeJS.ErrnoException) => reject(new Error(cannotListen(error, host, port)))
    server.on('error', refuse)
    server.listen(port, host, () => {
      server.off('error', refuse)
      resolve(server.address().port)
    })
  })
}

function cannotListen({ code, message }: NodeJS.ErrnoException, host: string, port: number): string {
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken: Entraide or another program listens there already. Stop it, or choose another port: ENTRAIDE_PORT=${port + 1} npm start`
  if (code === 'EACCES')
    return `Port ${port} is for the system alone. Choose one from 1024 on: ENTRAIDE_PORT=3978 npm start`
  return `Cannot listen on ${host}, port ${port}: ${message}`
}

/** Answers under way may finish within the time given. */
function close({ server }: RestifyServer, ms: number): Promise<void> {
  return new Promise((resolve) => {
    const hurry = setTimeout(() => server.closeAllConnections(), ms)
    server.close(() => {
      clearTimeout(hurry)
      resolve()
    })
    server.closeIdleConnections()
  })
}
