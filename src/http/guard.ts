// What a request passes before its handler: limits, origin, person, role, body. Each gives a refusal or lets by.
import type { IncomingMessage } from 'node:http'
import type { Person, Route } from '../ports/index.ts'
import { refuseAccess } from './access.ts'
import { readBody } from './body.ts'
import { type Audience, faultResponse } from './fault.ts'
import { type Allowances, addressKey, type Flood } from './flood.ts'
import { sameOrigin } from './origin.ts'
import { langOf } from './words.ts'

export interface GuardDeps {
  flood: Flood
  allowances: Allowances
  /** Who the session cookie stands for. */
  personOf(request: { headers: Headers }): Promise<Person | null>
}

export interface Visit {
  route: Route
  incoming: IncomingMessage
  headers: Headers
  url: URL
  /** Our own address, to compare origins with. */
  ours: URL
  ip: string
}

export type Passed = { kind: 'passed'; person: Person | null; body: Uint8Array | null }
export type Stopped = { kind: 'stopped'; response: Response }

const defaultMaxBytes = 64 * 1024

/** A program or a person in front of a browser? */
export function audienceOf(limit: Route['limit'] | null, url: URL, headers: Headers): Audience {
  const lang = langOf({ url: url.href, headers })
  const program = limit === 'api' || limit === 'webhook' || url.pathname.startsWith('/api/')
  const accept = headers.get('accept')
  return { lang, json: program || (accept?.includes('application/json') ?? false) }
}

export async function pass(visit: Visit, deps: GuardDeps): Promise<Passed | Stopped> {
  const { route, headers, url } = visit
  const audience = audienceOf(route.limit, url, headers)
  if (!fromHere(visit)) return stop(faultResponse('foreign', audience))
  const early = tooMuch(`${route.limit} ${addressKey(visit.ip)}`, visit, deps)
  if (early !== null) return stop(await slowDown(early, visit, audience))
  const person = headers.has('cookie') ? await deps.personOf({ headers }) : null
  const refused = refuseAccess(route, person, url, audience, headers.get('referer'))
  if (refused) return stop(refused)
  const later = person && tooMuch(`${route.limit} person ${person.id}`, visit, deps)
  if (later !== null) return stop(await slowDown(later, visit, audience))
  if (route.method === 'GET') return { kind: 'passed', person, body: null }
  const read = await readBody(visit.incoming, route.maxBytes ?? defaultMaxBytes, route.body)
  if (read.kind === 'fault') return stop(faultResponse(read.fault, audience))
  return { kind: 'passed', person, body: read.bytes }
}

const stop = (response: Response): Stopped => ({ kind: 'stopped', response })

const fromHere = ({ route, headers, ours }: Visit): boolean =>
  route.method === 'GET' || Boolean(route.foreign) || sameOrigin(headers, ours)

const tooMuch = (key: string, { route }: Visit, { flood, allowances }: GuardDeps): number | null =>
  flood.take(key, allowances[route.limit])

/** What was typed comes back with the refusal, so that waiting costs nobody their words. */
async function slowDown(waitMs: number, { route, incoming }: Visit, audience: Audience): Promise<Response> {
  const seconds = String(Math.max(1, Math.ceil(waitMs / 1000)))
  const read =
    route.body === 'form' && !audience.json
      ? await readBody(incoming, route.maxBytes ?? defaultMaxBytes, 'form')
      : null
  const typed =
    read?.kind === 'read' ? new URLSearchParams(new TextDecoder().decode(read.bytes)).get('text') : null
  return faultResponse('flood', audience, { values: { seconds }, headers: { 'retry-after': seconds }, typed })
}
