// The call-back form: where a page has no private messages, a signed link leads here, and the request to the desk.
import type { Clock, PageSettings, Route } from '../../ports/index.ts'
import { langOf } from '../community/lang.ts'
import type { SignedLinks } from './link.ts'
import { type CallTime, closedPage, formPage, thanksPage } from './page.ts'
import { readRequest } from './request.ts'

export { type SignedLinks, signedLinks } from './link.ts'

type Form =
  | { kind: 'open'; settings: PageSettings; reference: string; times: readonly CallTime[] }
  | { kind: 'closed' }

export interface CallBackDeps {
  links: SignedLinks
  clock: Clock
  /** What may be offered for a thread now. */
  form(threadId: string): Promise<Form>
  /** Resolves once the request is durable. */
  ask(order: {
    threadId: string
    name: string
    phone: string
    from: number | null
  }): Promise<
    { kind: 'kept'; when: CallTime | null; reference: string } | { kind: 'closed' } | { kind: 'timeGone' }
  >
}

export function callBackRoutes(deps: CallBackDeps): Route[] {
  const path = '/call-back/:token'
  return [
    { method: 'GET', path, access: 'public', limit: 'read', handle: onForm(deps, show) },
    { method: 'POST', path, access: 'public', limit: 'post', body: 'form', handle: onForm(deps, ask) },
  ]
}

interface Visit {
  request: Request
  threadId: string
  form: Extract<Form, { kind: 'open' }>
}

/** A link that was not made here and one that leads nowhere any more look the same. */
function onForm(
  deps: CallBackDeps,
  work: (deps: CallBackDeps, visit: Visit) => Promise<Response>,
): Route['handle'] {
  return async (request, { params }) => {
    const threadId = deps.links.threadOf(params.token ?? '')
    const form = threadId === null ? null : await deps.form(threadId)
    if (threadId === null || form?.kind !== 'open') return closedPage(langOf(request, 'fr'))
    return work(deps, { request, threadId, form })
  }
}

async function show({ clock }: CallBackDeps, { request, form }: Visit): Promise<Response> {
  return formPage({ ...form, lang: langOf(request, form.settings.lang), now: clock.now(), typed: null })
}

async function ask(deps: CallBackDeps, { request, threadId, form }: Visit): Promise<Response> {
  const matter = { ...form, lang: langOf(request, form.settings.lang), now: deps.clock.now() }
  const read = await readRequest(request)
  if (read.kind === 'trap') return thanksPage(matter, null)
  if (read.kind === 'fault') return formPage({ ...matter, typed: read.typed })
  const asked = await deps.ask({ threadId, ...read.request })
  switch (asked.kind) {
    case 'kept':
      return thanksPage({ ...matter, reference: asked.reference }, asked.when)
    case 'closed':
      return closedPage(matter.lang)
    case 'timeGone':
      return formPage({ ...matter, typed: { ...read.typed, faults: ['time'] } })
  }
}
