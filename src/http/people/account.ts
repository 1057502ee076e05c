// One's own account: who one is here, the password, the second factor.
import type { Person, Route } from '../../ports/index.ts'
import { type Html, html } from '../html.ts'
import { page, seeOther } from '../page.ts'
import { type Lang, langOf } from '../words.ts'
import { longestPassword, shortestPassword } from './auth.ts'
import type { PeopleDeps } from './deps.ts'
import { field } from './form.ts'
import { input, notice } from './inputs.ts'
import { isRefusal } from './sign-in.ts'
import { type PeopleWords, peopleWords, roleName } from './words.ts'

export function accountRoutes(deps: PeopleDeps): Route[] {
  const form = (
    path: string,
    act: (request: Request, person: Person, form: FormData) => Promise<Response>,
  ): Route => ({
    method: 'POST',
    path,
    access: 'customer',
    limit: 'post',
    body: 'form',
    handle: async (request, { person }) => {
      if (!person || person.guest) return seeOther('/sign-in?next=/account')
      return act(request, person, await request.formData())
    },
  })
  return [
    {
      method: 'GET',
      path: '/account',
      access: 'customer',
      limit: 'read',
      handle: async (request, { person }) =>
        !person || person.guest ? seeOther('/sign-in?next=/account') : overview(deps, request, person),
    },
    form('/account/password', (request, person, fields) => changePassword(deps, request, person, fields)),
    form('/account/second-factor', (request, person, fields) => beginSecond(deps, request, person, fields)),
    form('/account/second-factor/confirm', (request, person, fields) =>
      confirmSecond(deps, request, person, fields),
    ),
    form('/account/second-factor/off', (request, person, fields) => endSecond(deps, request, person, fields)),
  ]
}

async function overview(
  deps: PeopleDeps,
  request: Request,
  person: Person,
  note: string | null = null,
): Promise<Response> {
  const lang = langOf(request)
  const words = peopleWords(lang)
  const session = await deps.auth.api.getSession({ headers: request.headers })
  const second = Boolean(session?.user.twoFactorEnabled)
  const body = html`<h1>${words.account}</h1>
${notice(note)}
<p class="lead">${person.name} · ${person.email} · ${roleName(person.role, lang)}</p>
${secondFactor(words, second)}
<h2>${words.changePassword}</h2>
<form method="post" action="/account/password" class="card">
${input({ name: 'current', label: words.currentPassword, type: 'password', autocomplete: 'current-password' })}
${input({ name: 'new', label: words.newPassword, type: 'password', hint: words.passwordHint, autocomplete: 'new-password' })}
<button>${words.changePassword}</button>
</form>
<form method="post" action="/sign-out"><button class="quiet">${words.signOut}</button></form>`
  return page({ title: words.account, lang, body })
}

function secondFactor(words: PeopleWords, on: boolean): Html {
  return html`<h2>${words.secondFactor}</h2>
<form method="post" action="/account/second-factor${on ? '/off' : ''}" class="card">
<p>${on ? words.secondOn : words.secondOff}</p>
${input({ name: 'password', label: words.password, type: 'password', autocomplete: 'current-password' })}
<button class="${on ? 'quiet' : ''}">${on ? words.turnOff : words.turnOn}</button>
</form>`
}

async function changePassword(
  deps: PeopleDeps,
  request: Request,
  person: Person,
  form: FormData,
): Promise<Response> {
  const words = peopleWords(langOf(request))
  const newPassword = field(form, 'new')
  if (newPassword.length < shortestPassword || newPassword.length > longestPassword) {
    return overview(deps, request, person, words.faultPassword)
  }
  const body = { currentPassword: field(form, 'current'), newPassword, revokeOtherSessions: true }
  return refusable(
    async () => {
      const { headers } = await deps.auth.api.changePassword({
        body,
        headers: request.headers,
        returnHeaders: true,
      })
      const done = page({
        title: words.account,
        lang: langOf(request),
        body: html`<h1>${words.account}</h1><p class="lead">${words.passwordChanged}</p>`,
      })
      for (const cookie of headers.getSetCookie()) done.headers.append('set-cookie', cookie)
      return done
    },
    () => overview(deps, request, person, words.passwordWrong),
  )
}

async function beginSecond(
  deps: PeopleDeps,
  request: Request,
  person: Person,
  form: FormData,
): Promise<Response> {
  const lang = langOf(request)
  const body = { password: field(form, 'password') }
  return refusable(
    async () => {
      const answer = await deps.auth.api.enableTwoFactor({ body, headers: request.headers })
      if (!('totpURI' in answer)) throw new Error('The second factor came without a key.')
      return setUpPage(lang, answer.totpURI, answer.backupCodes)
    },
    () => overview(deps, request, person, peopleWords(lang).passwordWrong),
  )
}

function setUpPage(lang: Lang, uri: string, backupCodes: readonly string[]): Response {
  const words = peopleWords(lang)
  const key = (new URL(uri).searchParams.get('secret') ?? '').replace(/(.{4})(?=.)/g, '$1 ')
  const body = html`<h1>${words.secondFactor}</h1>
<p class="lead">${words.secret}</p>
<p><code>${key}</code></p>
<p><a href="${uri}">${words.openApp}</a></p>
<p>${words.backup}</p>
<ul class="codes">${backupCodes.map((code) => html`<li><code>${code}</code></li>`)}</ul>
<form method="post" action="/account/second-factor/confirm" class="card">
${input({ name: 'code', label: words.code, autocomplete: 'one-time-code' })}
<button>${words.confirm}</button>
</form>`
  return page({ title: words.secondFactor, lang, body })
}

async function confirmSecond(
  deps: PeopleDeps,
  request: Request,
  person: Person,
  form: FormData,
): Promise<Response> {
  const body = { code: field(form, 'code').replace(/\s/g, '') }
  return refusable(
    async () => {
      const { headers } = await deps.auth.api.verifyTOTP({
        body,
        headers: request.headers,
        returnHeaders: true,
      })
      return seeOther('/account', headers.getSetCookie())
    },
    () => overview(deps, request, person, peopleWords(langOf(request)).codeWrong),
  )
}

async function endSecond(
  deps: PeopleDeps,
  request: Request,
  person: Person,
  form: FormData,
): Promise<Response> {
  const body = { password: field(form, 'password') }
  return refusable(
    async () => {
      const { headers } = await deps.auth.api.disableTwoFactor({
        body,
        headers: request.headers,
        returnHeaders: true,
      })
      return seeOther('/account', headers.getSetCookie())
    },
    () => overview(deps, request, person, peopleWords(langOf(request)).passwordWrong),
  )
}

async function refusable(work: () => Promise<Response>, refused: () => Promise<Response>): Promise<Response> {
  try {
    return await work()
  } catch (error) {
    if (!isRefusal(error)) throw error
    return refused()
  }
}
