// The page itself: ask at the top, the latest questions below, each with where it stands.
import { type Html, html } from './html.ts'
import { icons } from './icons.ts'
import { layout, pagePath, type Reading, threadPath } from './layout.ts'
import type { Found } from './load.ts'
import { area, faultNotice, hiddenFields, nameField, type Typed } from './pieces.ts'
import { headline, neat } from './rich-text.ts'
import type { ShownThread, Status } from './view.ts'

export interface ListMatter {
  found: Found
  /** What is searched for, empty for all. */
  query: string
  /** Not the first page of a longer list. */
  later: boolean
  formKey: string
  typed: Typed | null
}

export function listPage(reading: Reading, matter: ListMatter): Response {
  const { settings, words, say } = reading
  const { query, found, later, typed } = matter
  const home = pagePath(settings)
  const next =
    found.next && `${home}?${new URLSearchParams({ ...(query && { q: query }), before: found.next })}`
  const plain = query === '' && !later
  const main = html`${plain ? opening(reading, matter) : html`<h1 class="unseen">${settings.name}</h1>`}
<section aria-labelledby="questions">
<div class="bar"><h2 id="questions">${query ? words.results(found.threads.length, query) : words.newest}</h2>
${searchForm(reading, query)}</div>
${found.threads.length === 0 && !query && html`<p class="soft">${words.none}</p>`}
<ol class="threads">${found.threads.map((thread) => threadItem(reading, thread))}</ol>
<p class="pages">${(query || later) && html`<a href="${home}">${query ? words.clear : words.firstPage}</a>`}${next && html`<a href="${next}" rel="next">${words.older}</a>`}</p>
</section>`
  return layout(reading, {
    title: query || words.newest,
    main,
    next,
    status: typed ? 422 : 200,
    unlisted: query !== '' || later || typed !== null,
    canonical: home,
    description: say(words.lead),
  })
}

function opening(reading: Reading, { formKey, typed }: ListMatter): Html {
  const { settings, words, say, person } = reading
  return html`<div class="opening">
<h1>${words.pageOf(settings.brand)}</h1>
<p class="lead">${say(words.lead)}</p>
<form method="post" action="${pagePath(settings)}/ask" class="ask" id="ask">
${faultNotice(reading, typed)}
${area({ id: 'question', label: words.askLabel, hint: words.askHint, text: typed?.text ?? '', rows: 3, placeholder: words.askPlaceholder })}
${person === null && nameField(reading, typed?.name ?? '')}
${hiddenFields(formKey)}
<button>${words.ask}</button>
</form>
</div>`
}

function searchForm({ settings, words }: Reading, query: string): Html {
  return html`<form class="search" role="search" action="${pagePath(settings)}">
<label for="q" class="unseen">${words.searchLabel}</label>
<input id="q" name="q" type="search" value="${query}" placeholder="${words.search}" maxlength="200">
<button class="plain" aria-label="${words.search}">${icons.search}</button>
</form>`
}

function threadItem(reading: Reading, thread: ShownThread): Html {
  const { settings, times, words } = reading
  const { question, count } = thread
  const { at, author } = question
  const title = neat(headline(question.text ?? '', 140))
  const time = html`<time datetime="${new Date(at).toISOString()}" title="${times.full(at)}">${times.ago(at)}</time>`
  return html`<li class="thread">
<p class="status">${badge(reading, thread.status)}</p>
<h3><a href="${threadPath(settings, thread.id)}"${foreign(reading, thread)}>${title}</a></h3>
<p class="meta">${author} · ${time}${count > 0 && html` · ${words.answers(count)}`}</p>
</li>`
}

/** The text's own language, told to screen readers where it is not the page's. */
export function foreign({ lang }: Reading, thread: Pick<ShownThread, 'lang'>): Html | null {
  return thread.lang !== lang && thread.lang !== 'other' ? html` lang="${thread.lang}"` : null
}

export function badge({ words, say }: Reading, { kind }: Status): Html {
  switch (kind) {
    case 'validated':
      return html`<span class="badge good">${icons.validated}${say(words.validatedBy)}</span>`
    case 'completed':
      return html`<span class="badge good">${icons.completed}${say(words.completedBy)}</span>`
    case 'corrected':
      return html`<span class="badge good">${icons.completed}${say(words.correctedBy)}</span>`
    case 'answered':
      return html`<span class="badge good">${icons.validated}${say(words.answeredBy)}</span>`
    case 'handedOver':
      return html`<span class="badge">${icons.locked}${words.handedOver}</span>`
    case 'solved':
      return html`<span class="badge good">${icons.solved}${words.solved}</span>`
    case 'answers':
      return html`<span class="badge">${icons.answers}${words.communityAnswered}</span>`
    case 'waiting':
      return html`<span class="badge open">${icons.waiting}${words.noAnswer}</span>`
  }
}
