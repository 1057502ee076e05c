// Who may come in: roles in their order, each holding those before it.
import type { Person, Route } from '../ports/index.ts'
import { type Audience, faultResponse } from './fault.ts'
import { seeOther } from './page.ts'

const ranks: Record<Person['role'], number> = { customer: 0, member: 1, moderator: 2, admin: 3 }

/** Null when they may; a page's visitor is led to sign in and back, a program is told. */
export function refuseAccess(
  route: Pick<Route, 'access' | 'method'>,
  person: Person | null,
  url: URL,
  audience: Audience,
  referer: string | null,
): Response | null {
  if (route.access === 'public') return null
  if (person && ranks[person.role] >= ranks[route.access]) return null
  if (audience.json) return faultResponse(person ? 'forbidden' : 'signIn', audience)
  // A guest is somebody, yet an account may be all that is missing.
  if (person && !person.guest) return faultResponse('forbidden', audience)
  // A form cannot be sent again after signing in; the page it stood on can be shown again.
  const from = referer !== null && URL.canParse(referer) ? new URL(referer) : null
  const next = route.method === 'GET' ? url.pathname + url.search : from ? from.pathname + from.search : '/'
  return seeOther(`/sign-in?next=${encodeURIComponent(next)}`)
}
