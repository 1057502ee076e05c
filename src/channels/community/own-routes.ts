// One's own posts: editing and deleting them, each with a page that works without script.
import type { Route } from '../../ports/index.ts'
import type { CommunityDeps } from './deps.ts'
import { readWriting } from './forms.ts'
import { html } from './html.ts'
import { anchorOf, layout, pagePath, seeOther, threadPath } from './layout.ts'
import { area, faultNotice, hiddenFields, type Typed } from './pieces.ts'
import { richText } from './rich-text.ts'
import { tell } from './tell.ts'
import { onPost, type PostVisit } from './visit.ts'

export function ownRoutes(deps: CommunityDeps): Route[] {
  const at = '/c/:page/threads/:id/posts/:post'
  const own = (work: (visit: PostVisit) => Promise<Response>): Route['handle'] =>
    onPost(deps, async (visit) =>
      isOwn(visit) ? work(visit) : seeOther(threadPath(visit.settings, visit.thread.id)),
    )
  const show = { method: 'GET', access: 'customer', limit: 'read' } as const
  const send = { method: 'POST', access: 'customer', limit: 'post' } as const
  return [
    { ...show, path: `${at}/edit`, handle: own(async (visit) => editPage(deps, visit, null)) },
    {
      ...send,
      path: `${at}/edit`,
      body: 'form',
      maxBytes: 256 * 1024,
      handle: own((visit) => edit(deps, visit)),
    },
    { ...show, path: `${at}/delete`, handle: own(async (visit) => deletePage(visit)) },
    { ...send, path: `${at}/delete`, handle: own((visit) => remove(deps, visit)) },
  ]
}

const isOwn = ({ person, post }: PostVisit): boolean =>
  person !== null && post.author.id === person.id && post.outboxId === null && !post.deleted

const placeOf = ({ settings, thread, post }: PostVisit): string =>
  `${threadPath(settings, thread.id)}#${anchorOf(post.externalId)}`

function editPage({ ids }: CommunityDeps, visit: PostVisit, typed: Typed | null): Response {
  const { reading, post } = visit
  const { words } = reading
  const main = html`<h1>${words.editTitle}</h1>
<form method="post" class="ask">
${faultNotice(reading, typed)}
${area({ id: 'text', label: words.editTitle, hint: post.private ? reading.say(words.privateHint) : words.askHint, text: typed?.text ?? post.text, rows: 8, quietLabel: true })}
${hiddenFields(ids.next())}
<p class="row"><button>${words.save}</button><a class="button quiet" href="${placeOf(visit)}">${words.cancel}</a></p>
</form>`
  return layout(reading, { title: words.editTitle, main, unlisted: true, status: typed ? 422 : 200 })
}

async function edit(deps: CommunityDeps, visit: PostVisit): Promise<Response> {
  const { request, settings, thread, post } = visit
  const form = await readWriting(request, false)
  if (form.kind === 'trap') return seeOther(placeOf(visit))
  if (form.kind === 'fault') return editPage(deps, visit, { ...form.typed, fault: form.fault })
  const { text } = form.writing
  if (text === post.text) return seeOther(placeOf(visit))
  const taken = await tell(deps, {
    pageId: settings.pageId,
    threadExternalId: thread.externalId,
    externalId: post.externalId,
    version: laterThan(post.version, deps),
    event: { kind: 'edited', text },
  })
  if (taken.kind === 'refused')
    return editPage(deps, visit, { text, name: '', fault: { reason: taken.reason } })
  return seeOther(placeOf(visit))
}

/** Versions order a post's forms, so a clock that stands still or goes back must not make an edit older than the last. */
const laterThan = (version: number, { clock }: CommunityDeps): number => Math.max(clock.now(), version + 1)

function deletePage(visit: PostVisit): Response {
  const { reading, post, thread } = visit
  const { words } = reading
  const isQuestion = post.externalId === thread.externalId
  const main = html`<h1>${words.deleteTitle}</h1>
<p class="lead">${isQuestion ? words.deleteQuestionLead : words.deleteLead}</p>
<blockquote class="text">${richText(post.text)}</blockquote>
<form method="post"><p class="row"><button class="danger">${words.delete}</button><a class="button quiet" href="${placeOf(visit)}">${words.cancel}</a></p></form>`
  return layout(reading, { title: words.deleteTitle, main, unlisted: true })
}

async function remove(deps: CommunityDeps, visit: PostVisit): Promise<Response> {
  const { settings, thread, post } = visit
  await tell(deps, {
    pageId: settings.pageId,
    threadExternalId: thread.externalId,
    externalId: post.externalId,
    version: laterThan(post.version, deps),
    event: { kind: 'deleted' },
  })
  const isQuestion = post.externalId === thread.externalId
  return seeOther(isQuestion ? pagePath(settings) : placeOf(visit))
}
