// Reading: the list, a thread, the feed.
import type { Route } from '../../ports/index.ts'
import type { CommunityDeps } from './deps.ts'
import { feed } from './feed.ts'
import { listPage } from './list-page.ts'
import { findThreads } from './load.ts'
import type { Typed } from './pieces.ts'
import { stampOf } from './stamp.ts'
import { threadPage } from './thread-page.ts'
import { onPage, onThread, type PageVisit, type ThreadVisit } from './visit.ts'

const mostSimilar = 3
const longestQuery = 200

export function readRoutes(deps: CommunityDeps): Route[] {
  const read = { method: 'GET', access: 'public', limit: 'read' } as const
  return [
    { ...read, path: '/c/:page', handle: onPage(deps, (visit) => showList(deps, visit, null)) },
    { ...read, path: '/c/:page/feed.atom', handle: onPage(deps, (visit) => feed(deps, visit)) },
    { ...read, path: '/c/:page/threads/:id', handle: onThread(deps, (visit) => showOne(deps, visit, null)) },
  ]
}

/** @param typed what came with a refused question, to be shown again. */
export async function showList(
  deps: CommunityDeps,
  visit: PageVisit,
  typed: Typed | null,
): Promise<Response> {
  const { reading, settings, person } = visit
  const asked = typed ? new URLSearchParams() : reading.url.searchParams
  const query = (asked.get('q') ?? '').trim().slice(0, longestQuery)
  const before = asked.get('before')
  const found = await findThreads(deps, settings, { text: query, before, person })
  return listPage(reading, { found, query, later: before !== null, formKey: deps.ids.next(), typed })
}

/** @param typed what came with a refused answer, to be shown again. */
export async function showOne(
  deps: CommunityDeps,
  visit: ThreadVisit,
  typed: Typed | null,
): Promise<Response> {
  const { reading, thread, shown } = visit
  const fresh = shown.own && shown.answers.length === 0 && shown.question.text !== null
  const similar = fresh ? ((await deps.similar?.(shown.question.text ?? '', thread.pageId)) ?? []) : []
  const said = reading.url.searchParams.get('said') === 'reported' ? reading.words.reported : null
  return threadPage(reading, {
    thread: shown,
    stamp: stampOf(thread),
    takenChargeAt: thread.takenChargeAt,
    humanBy: deps.humanBy(thread),
    similar: similar.filter(({ threadId }) => threadId !== thread.id).slice(0, mostSimilar),
    formKey: deps.ids.next(),
    typed,
    said,
  })
}
