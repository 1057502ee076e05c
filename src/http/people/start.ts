// The start page: what this is, and the doors into it; in the demonstration each opens with one click.

import type { PageSettings, Person, Route } from '../../ports/index.ts'
import { type Html, html } from '../html.ts'
import { page, seeOther } from '../page.ts'
import { type Lang, langOf } from '../words.ts'
import { isRole } from './accounts.ts'
import { enterDemo } from './demo.ts'
import type { PeopleDeps } from './deps.ts'
import { field } from './form.ts'
import { type Door, startWords } from './start-words.ts'
import { peopleWords } from './words.ts'

const doors = ['customer', 'member', 'moderator'] as const

export function startRoutes(deps: PeopleDeps): Route[] {
  const settings = () => deps.store.read((tx) => tx.settings())
  const start: Route = {
    method: 'GET',
    path: '/',
    access: 'public',
    limit: 'read',
    handle: async (request, { person }) => {
      const lang = langOf(request)
      return startPage({ lang, person, pages: await settings(), demo: deps.demo })
    },
  }
  const demo: Route = {
    method: 'POST',
    path: '/demo/sign-in',
    access: 'public',
    limit: 'post',
    body: 'form',
    handle: async (request) => {
      const role = field(await request.formData(), 'role')
      if (!isRole(role))
        return Response.json(
          { error: 'invalid', field: 'role', message: 'There is no such role.' },
          { status: 400 },
        )
      return seeOther(behind(role, await settings(), langOf(request)), await enterDemo(deps.auth, role))
    },
  }
  return deps.demo ? [start, demo] : [start]
}

interface StartState {
  lang: Lang
  person: Person | null
  pages: readonly PageSettings[]
  demo: boolean
}

function startPage({ lang, person, pages, demo }: StartState): Response {
  const words = startWords(lang)
  const body = html`<div class="start">
<h1>${words.title}</h1>
<p class="lead">${words.lines[0]}<br>${words.lines[1]}<br>${words.lines[2]}</p>
<ul class="doors">
${doors.map((door) => html`<li>${demo ? demoDoor(words.doors[door], door) : plainDoor(words.doors[door], behind(door, pages, lang))}</li>`)}
</ul>
${demo && adminDoor(words.admin)}
${pages.length > 1 && html`<h2>${words.pages}</h2><ul>${pages.map((each) => html`<li><a href="/c/${each.pageId}">${each.name}</a></li>`)}</ul>`}
<p class="aside">${who(person, lang)} · ${lang === 'fr' ? html`<a href="/?lang=en" lang="en">English</a>` : html`<a href="/?lang=fr" lang="fr">Français</a>`}</p>
</div>`
  return page({ title: words.title, lang, body })
}

function demoDoor({ title, sentence }: Door, role: string): Html {
  return html`<form method="post" action="/demo/sign-in"><input type="hidden" name="role" value="${role}">
<button class="door"><strong>${title}</strong><span>${sentence}</span></button></form>`
}

function plainDoor({ title, sentence }: Door, href: string): Html {
  return html`<a class="door" href="${href}"><strong>${title}</strong><span>${sentence}</span></a>`
}

function adminDoor(words: string): Html {
  return html`<form method="post" action="/demo/sign-in" class="aside"><input type="hidden" name="role" value="admin">
<button class="link">${words}</button></form>`
}

function who(person: Person | null, lang: Lang): Html {
  const words = peopleWords(lang)
  if (!person || person.guest)
    return html`<a href="/sign-in">${words.signIn}</a> · <a href="/sign-up">${words.signUp}</a>`
  return html`${person.name} · <a href="/account">${words.account}</a>`
}

/** Where a role works: the desk, or the page in the reader's language. */
function behind(role: Person['role'], pages: readonly PageSettings[], lang: Lang): string {
  if (role === 'moderator' || role === 'admin') return '/console'
  const own = pages.filter(({ channel }) => channel === 'community')
  const first = own.find((each) => each.lang === lang) ?? own[0]
  return first ? `/c/${first.pageId}` : '/'
}
