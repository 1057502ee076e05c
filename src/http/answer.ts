// One request, from its first byte to its last: guarded, handled, answered; whatever fails is noted and said plainly.
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Log, Person, Route } from '../ports/index.ts'
import { sendResponse, toHeaders, toRequest, toUrl } from './adapt.ts'
import { faultResponse } from './fault.ts'
import { audienceOf, type GuardDeps, pass } from './guard.ts'
import { secure } from './headers.ts'
import { peerAddress } from './peer.ts'
import type { FaultName } from './words.ts'

export interface AnswerDeps {
  guard: GuardDeps
  log: Log
  trustProxy: boolean
  frameAncestors: readonly string[]
  /** For a handler to begin its answer, ms. */
  handlerMs: number
  /** Aborted when the server stops: live streams end then. */
  stopping: AbortSignal
  /** Our own address; known for sure once the server listens. */
  ours(): URL
}

export interface Answers {
  /** Answers a request that a route takes. Never throws. */
  serve(route: Route, request: IncomingMessage, response: ServerResponse): Promise<void>
  /** Answers a request that no route takes. */
  refuse(fault: FaultName, request: IncomingMessage, response: ServerResponse): Promise<void>
}

export function createAnswers(deps: AnswerDeps): Answers {
  const send = (answer: Response, url: URL, request: IncomingMessage, response: ServerResponse) => {
    const settings = { https: deps.ours().protocol === 'https:', frameAncestors: deps.frameAncestors }
    return sendResponse(secure(answer, url, settings), request, response, deps.stopping)
  }
  const refuse: Answers['refuse'] = (fault, request, response) => {
    const url = toUrl(request, deps.ours().origin) ?? deps.ours()
    const audience = audienceOf(null, url, toHeaders(request))
    return send(faultResponse(fault, audience), url, request, response)
  }
  return {
    refuse,
    async serve(route, request, response) {
      const url = toUrl(request, deps.ours().origin)
      if (!url) return refuse('badUrl', request, response)
      const gone = new AbortController()
      response.once('close', () => gone.abort())
      try {
        await send(await answerOf(deps, route, request, url, gone.signal), url, request, response)
      } catch (error) {
        // The answer broke off while it was being written: all that is left is to hang up.
        noteFailure(deps.log, route, error)
        response.destroy()
      }
    },
  }
}

async function answerOf(
  deps: AnswerDeps,
  route: Route,
  request: IncomingMessage,
  url: URL,
  signal: AbortSignal,
): Promise<Response> {
  const headers = toHeaders(request)
  const audience = audienceOf(route.limit, url, headers)
  try {
    const ip = peerAddress(request, deps.trustProxy)
    const passed = await pass({ route, incoming: request, headers, url, ours: deps.ours(), ip }, deps.guard)
    if (passed.kind === 'stopped') return passed.response
    const web = toRequest(request, url, passed.body, signal)
    const answer = await within(handle(route, web, request, passed.person, ip), deps.handlerMs)
    if (!answer) return faultResponse('slow', audience)
    // A route that found nothing need not word it.
    return answer.status === 404 && !answer.body ? faultResponse('notFound', audience) : answer
  } catch (error) {
    return faultResponse('broken', audience, { values: { reference: noteFailure(deps.log, route, error) } })
  }
}

function handle(
  route: Route,
  web: Request,
  request: IncomingMessage,
  person: Person | null,
  ip: string,
): Promise<Response> {
  const { params } = request as IncomingMessage & { params: Record<string, string> }
  return route.handle(web, { params: { ...params }, person, ip })
}

/** Logs the failure and gives the reference under which it is found there. */
function noteFailure(log: Log, route: Route, error: unknown): string {
  const reference = crypto.randomUUID().slice(0, 8).toUpperCase()
  const known = error instanceof Error ? error : new Error('something that is no error was thrown')
  const frames = known.stack?.split('\n').filter((line) => line.trim().startsWith('at ')) ?? []
  // The route's pattern, not the address: a search or a token in it is nobody's business.
  log.error('A request failed', {
    reference,
    route: `${route.method} ${route.path}`,
    error: `${known.name}: ${known.message}`.slice(0, 300),
    where: frames
      .slice(0, 3)
      .map((line) => line.trim())
      .join(' | '),
  })
  return reference
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
