// Small signs on a post: helpful, solved, reported.
import type { Route } from '../../ports/index.ts'
import type { CommunityDeps } from './deps.ts'
import { anchorOf, seeOther, threadPath } from './layout.ts'
import { tell } from './tell.ts'
import { onPost, type PostVisit } from './visit.ts'

export function reactRoutes(deps: CommunityDeps): Route[] {
  const at = '/c/:page/threads/:id/posts/:post'
  const send = { method: 'POST', access: 'customer', limit: 'post' } as const
  return [
    { ...send, path: `${at}/like`, body: 'form', handle: onPost(deps, (visit) => like(deps, visit)) },
    { ...send, path: `${at}/solved`, body: 'form', handle: onPost(deps, (visit) => solve(deps, visit)) },
    { ...send, path: `${at}/report`, handle: onPost(deps, (visit) => report(deps, visit)) },
  ]
}

const back = ({ settings, thread, post }: PostVisit, query = ''): Response =>
  seeOther(`${threadPath(settings, thread.id)}${query}#${anchorOf(post.externalId)}`)

const isOn = async (request: Request): Promise<boolean> => (await request.formData()).get('on') !== '0'

async function like(deps: CommunityDeps, visit: PostVisit): Promise<Response> {
  const { settings, thread, post, person } = visit
  if (!person) return back(visit)
  const on = await isOn(visit.request)
  const likes = await deps.store.transaction((tx) => tx.like(post.id, person.id, on))
  if (likes !== post.likes) {
    await tell(deps, {
      pageId: settings.pageId,
      threadExternalId: thread.externalId,
      externalId: post.externalId,
      version: deps.clock.now(),
      event: { kind: 'liked', likes },
    })
  }
  return back(visit)
}

async function solve(deps: CommunityDeps, visit: PostVisit): Promise<Response> {
  const { settings, thread, post, person, shown } = visit
  if (!person || !shown.own || post.externalId === thread.externalId) return back(visit)
  const on = await isOn(visit.request)
  await tell(deps, {
    pageId: settings.pageId,
    threadExternalId: thread.externalId,
    externalId: thread.externalId,
    version: deps.clock.now(),
    event: { kind: 'solved', answerExternalId: on ? post.externalId : null, byAuthorId: person.id },
  })
  return back(visit)
}

/** A report changes nothing by itself: it is written down and brought before the desk. */
async function report(deps: CommunityDeps, visit: PostVisit): Promise<Response> {
  const { settings, thread, post, person } = visit
  const sentence = 'A reader reported a post.'
  await deps.store.transaction((tx) =>
    tx.audit({
      at: deps.clock.now(),
      threadId: thread.id,
      pageId: settings.pageId,
      by: person?.id ?? 'visitor',
      what: 'reported',
      rule: null,
      sentence,
      details: { post: post.id, version: thread.version },
    }),
  )
  deps.news.publish({ kind: 'alert', level: 'soon', threadId: thread.id, sentence })
  return back(visit, '?said=reported')
}
