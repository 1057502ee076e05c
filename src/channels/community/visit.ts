// What nearly every route begins with: the page, the thread, the post that the address names.
import type { PageSettings, Person, Post, Route, RouteContext } from '../../ports/index.ts'
import type { CommunityDeps } from './deps.ts'
import { html } from './html.ts'
import { layout, type Reading, readingOf } from './layout.ts'
import { type Loaded, loadPage, loadThread } from './load.ts'

export interface PageVisit {
  request: Request
  settings: PageSettings
  person: Person | null
  reading: Reading
}

export type ThreadVisit = PageVisit & Loaded
export type PostVisit = ThreadVisit & { post: Post }

const nowhere = () => new Response(null, { status: 404 })

/** Runs the work when the page exists. */
export function onPage(deps: CommunityDeps, work: (visit: PageVisit) => Promise<Response>): Route['handle'] {
  return async (request, { params, person }) => {
    const settings = await loadPage(deps, params.page)
    if (!settings) return nowhere()
    return work({
      request,
      settings,
      person,
      reading: readingOf(request, settings, person, deps.clock.now()),
    })
  }
}

/** Runs the work when the thread exists and this reader may see it. */
export function onThread(
  deps: CommunityDeps,
  work: (visit: ThreadVisit, context: RouteContext) => Promise<Response>,
): Route['handle'] {
  return (request, context) =>
    onPage(deps, async (visit) => {
      const loaded = await loadThread(deps, visit.settings, context.params.id ?? '', visit.person)
      if (loaded.kind === 'never') return nowhere()
      if (loaded.kind === 'gone') return gone(visit.reading)
      return work({ ...visit, thread: loaded.thread, shown: loaded.shown }, context)
    })(request, context)
}

/** Runs the work when the post stands in the thread and this reader sees it. */
export function onPost(deps: CommunityDeps, work: (visit: PostVisit) => Promise<Response>): Route['handle'] {
  return onThread(deps, async (visit, { params }) => {
    const { thread, shown } = visit
    const post = thread.posts.find(({ externalId }) => externalId === params.post)
    const seen = [shown.question, ...shown.answers].find(({ externalId }) => externalId === post?.externalId)
    return post && seen && seen.text !== null ? work({ ...visit, post }) : nowhere()
  })
}

function gone(reading: Reading): Response {
  const { words, say } = reading
  const main = html`<h1>${words.goneTitle}</h1><p class="lead">${say(words.goneLead)}</p>`
  return layout(reading, { title: words.goneTitle, main, status: 410, unlisted: true })
}
