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
  const early =
    tooMuch(`${route.limit} ${addressKey(visit.ip)}`, visit, deps, audience) ?? fromElsewhere(visit, audience)
  if (early) return stop(early)
  const person = headers.has('cookie') ? await deps.personOf({ headers }) : null
  const later =
    refuseAccess(route, person, url, audience, headers.get('referer')) ??
    (person && tooMuch(`${route.limit} person ${person.id}`, visit, deps, audience))
  if (later) return stop(later)
  if (route.method === 'GET') return { kind: 'passed', person, body: null }
  const read = await readBody(visit.incoming, route.maxBytes ?? defaultMaxBytes, route.body)
  if (read.kind === 'fault') return stop(faultResponse(read.fault, audience))
  return { kind: 'passed', person, body: read.bytes }
}

const stop = (response: Response): Stopped => ({ kind: 'stopped', response })

function tooMuch(key: string, visit: Visit, deps: GuardDeps, audience: Audience): Response | null {
  const waitMs = deps.flood.take(key, deps.allowances[visit.route.limit])
  if (waitMs === null) return null
  const seconds = String(Math.max(1, Math.ceil(waitMs / 1000)))
  return faultResponse('flood', audience, { values: { seconds }, headers: { 'retry-after': seconds } })
}

function fromElsewhere(visit: Visit, audience: Audience): Response | null {
  if (visit.route.method === 'GET' || visit.route.foreign) return null
  return sameOrigin(visit.headers, visit.ours) ? null : faultResponse('foreign', audience)
}
