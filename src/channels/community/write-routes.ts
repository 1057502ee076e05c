// Asking and answering.
import type { PageSettings, Person, Route } from '../../ports/index.ts'
import type { CommunityDeps } from './deps.ts'
import { postIdOf, readWriting, type Writing } from './forms.ts'
import { anchorOf, pagePath, seeOther, threadPath } from './layout.ts'
import { showList, showOne } from './read-routes.ts'
import { tell } from './tell.ts'
import { onPage, onThread, type PageVisit, type ThreadVisit } from './visit.ts'

/** 10,000 signs of any alphabet, percent-encoded. */
const mostBytes = 256 * 1024

export function writeRoutes(deps: CommunityDeps): Route[] {
  const write = { method: 'POST', limit: 'post', body: 'form', maxBytes: mostBytes } as const
  return [
    { ...write, access: 'public', path: '/c/:page/ask', handle: onPage(deps, (visit) => ask(deps, visit)) },
    {
      ...write,
      access: 'customer',
      path: '/c/:page/threads/:id/answer',
      handle: onThread(deps, (visit) => answer(deps, visit)),
    },
    {
      ...write,
      access: 'customer',
      path: '/c/:page/threads/:id/private',
      handle: onThread(deps, (visit) => answer(deps, visit, true)),
    },
  ]
}

async function ask(deps: CommunityDeps, visit: PageVisit): Promise<Response> {
  const { settings } = visit
  const form = await readWriting(visit.request, visit.person === null)
  if (form.kind === 'trap') return seeOther(pagePath(settings))
  if (form.kind === 'fault') return showList(deps, visit, { ...form.typed, fault: form.fault })
  const { writing } = form
  const guest = visit.person ? null : await deps.openGuest(writing.name, writing.key)
  const author = visit.person ?? guest?.person
  if (!author) throw new Error('A guest was asked for and did not come.')
  const externalId = postIdOf(writing.key)
  const taken = await post(deps, { settings, author, writing, threadExternalId: externalId, brand: false })
  if (taken.kind === 'refused') return showList(deps, visit, { ...writing, fault: { reason: taken.reason } })
  return seeOther(threadPath(settings, taken.threadId), guest?.cookies)
}

/** @param inPrivate to the brand alone, once it took the talk there. */
async function answer(deps: CommunityDeps, visit: ThreadVisit, inPrivate = false): Promise<Response> {
  const { settings, person, shown, thread } = visit
  const answersHere = threadPath(settings, thread.id)
  // A guest follows their own question; to answer others one signs in.
  if (!person || (person.guest && !shown.own))
    return seeOther(`/sign-in?next=${encodeURIComponent(answersHere)}`)
  if (inPrivate && !shown.privateTalk) return new Response(null, { status: 404 })
  const form = await readWriting(visit.request, false)
  if (form.kind === 'trap') return seeOther(answersHere)
  if (form.kind === 'fault') return showOne(deps, visit, { ...form.typed, fault: form.fault, inPrivate })
  const { writing } = form
  const brand = !shown.own && (person.role === 'moderator' || person.role === 'admin')
  const told = { settings, author: person, writing, threadExternalId: thread.externalId, brand, inPrivate }
  const taken = await post(deps, told)
  if (taken.kind === 'refused')
    return showOne(deps, visit, { ...writing, fault: { reason: taken.reason }, inPrivate })
  return seeOther(`${answersHere}#${anchorOf(postIdOf(writing.key))}`)
}

interface NewPost {
  settings: PageSettings
  author: Person
  writing: Writing
  threadExternalId: string
  /** A moderator writes in the brand's name. */
  brand: boolean
  inPrivate?: boolean
}

function post(deps: CommunityDeps, matter: NewPost) {
  const { settings, author, writing, threadExternalId, brand, inPrivate = false } = matter
  const externalId = postIdOf(writing.key)
  return tell(deps, {
    pageId: settings.pageId,
    threadExternalId,
    externalId,
    version: 0,
    event: {
      kind: 'posted',
      text: writing.text,
      private: inPrivate,
      replyTo: externalId === threadExternalId ? null : threadExternalId,
      author: { id: author.id, name: author.name, brand, influence: null },
      outboxId: null,
      address: null,
    },
  })
}
