// The frame of every community page: one style sheet, one optional script, links for readers and machines.
import type { PageSettings, Person } from '../../ports/index.ts'
import { assetPaths } from './assets.ts'
import { documentOf } from './document.ts'
import { type Html, html } from './html.ts'
import { type Lang, langOf, type Moments, moments } from './lang.ts'
import { fill, type Words, wordsOf } from './words/index.ts'

/** What every part of a page needs to know of who reads it, where and when. */
export interface Reading {
  settings: PageSettings
  person: Person | null
  lang: Lang
  words: Words
  times: Moments
  url: URL
  /** Fills a sentence's {brand} and other places. */
  say(sentence: string, values?: Readonly<Record<string, string>>): string
}

export function readingOf(
  request: Request,
  settings: PageSettings,
  person: Person | null,
  now: number,
): Reading {
  const lang = langOf(request, settings.lang)
  return {
    settings,
    person,
    lang,
    words: wordsOf(lang),
    times: moments(lang, settings.zone, now),
    url: new URL(request.url),
    say: (sentence, values = {}) => fill(sentence, { brand: settings.brand, ...values }),
  }
}

export const pagePath = (settings: PageSettings): string => `/c/${encodeURIComponent(settings.pageId)}`
export const threadPath = (settings: PageSettings, threadId: string): string =>
  `${pagePath(settings)}/threads/${encodeURIComponent(threadId)}`
/** The place of a post in its thread's page. */
export const anchorOf = (externalId: string): string => `post-${externalId}`

export interface LayoutParts {
  title: string
  main: Html
  status?: number
  /** Path of this page without what changes nothing of its content. */
  canonical?: string
  /** Not to be found by search engines: searches, forms, refusals. */
  unlisted?: boolean
  next?: string | null
  data?: Html | null
  description?: string
  /** Holds what only this reader may see: not even their own browser keeps it. */
  personal?: boolean
}

export function layout(reading: Reading, parts: LayoutParts): Response {
  const { settings, lang, words, url } = reading
  const home = pagePath(settings)
  const { title, main, canonical, next, data, description } = parts
  const head = [
    description && html`<meta name="description" content="${description}">`,
    parts.unlisted && html`<meta name="robots" content="noindex">`,
    canonical && html`<link rel="canonical" href="${url.origin}${canonical}">`,
    next && html`<link rel="next" href="${next}">`,
    html`<link rel="alternate" type="application/atom+xml" href="${home}/feed.atom" title="${settings.name}">`,
    html`<script src="${assetPaths.script}" defer></script>`,
    data,
  ]
  const body = html`<a class="skip" href="#main">${words.skip}</a>
<header class="top">
<a class="home" href="${home}"><span class="sign" aria-hidden="true">${settings.brand.slice(0, 1)}</span>${settings.name}</a>
<nav aria-label="${words.account}">${account(reading)}</nav>
</header>
<main id="main">
${main}
</main>
<footer>
<p>${reading.say(words.footer)}</p>
<p><a href="${home}/feed.atom">${words.feed}</a> · <a href="${otherLang(url, lang)}" lang="${lang === 'fr' ? 'en' : 'fr'}" hreflang="${lang === 'fr' ? 'en' : 'fr'}">${words.otherLang}</a></p>
</footer>`
  const headers = new Headers({ 'content-type': 'text/html; charset=utf-8' })
  // Kept by the browser for going back, so that a half-written question is still there.
  if (!parts.personal) headers.set('cache-control', 'private, no-cache')
  return new Response(documentOf({ lang, title, site: settings.name, head, body }), {
    status: parts.status ?? 200,
    headers,
  })
}

function account({ person, words, url, settings }: Reading): Html {
  const next = encodeURIComponent(url.pathname + url.search)
  if (!person || person.guest) {
    return html`${person && html`<span class="who">${person.name}</span>`}<a href="/sign-in?next=${next}">${words.signIn}</a>`
  }
  const desk = person.role === 'moderator' || person.role === 'admin'
  return html`${desk && html`<a href="/console">${words.console}</a>`}<a class="who" href="/account">${person.name}</a>
<form method="post" action="/sign-out?next=${encodeURIComponent(pagePath(settings))}"><button class="plain">${words.signOut}</button></form>`
}

function otherLang(url: URL, lang: Lang): string {
  const other = new URL(url)
  other.searchParams.set('lang', lang === 'fr' ? 'en' : 'fr')
  return other.pathname + other.search
}

/** 303: a form's answer, so that a reload sends nothing twice. */
export function seeOther(location: string, cookies: readonly string[] = []): Response {
  const headers = new Headers({ location })
  for (const cookie of cookies) headers.append('set-cookie', cookie)
  return new Response(null, { status: 303, headers })
}
