// Signing in and out: password, second factor, OpenID.
import type { Route } from '../../ports/index.ts'
import { createFlood, type Flood } from '../flood.ts'
import { html } from '../html.ts'
import { page, seeOther } from '../page.ts'
import { type Lang, langOf } from '../words.ts'
import { openIdProvider } from './auth.ts'
import type { PeopleDeps } from './deps.ts'
import { field, safeNext } from './form.ts'
import { input, notice } from './inputs.ts'
import { filled, peopleWords } from './words.ts'

/** Password guesses for one e-mail, over all addresses together. */
const guesses = { burst: 10, perMinute: 1 }

export function signInRoutes(deps: PeopleDeps): Route[] {
  const flood = createFlood(deps.clock)
  const show = { method: 'GET', access: 'public', limit: 'read' } as const
  const send = { method: 'POST', access: 'public', limit: 'post' } as const
  const { auth, openId } = deps
  return [
    {
      ...show,
      path: '/sign-in',
      handle: async (request) =>
        signInPage(request, openId, failedOpenId(request, langOf(request), openId?.name)),
    },
    { ...send, path: '/sign-in', body: 'form', handle: (request) => signIn(deps, flood, request) },
    { ...show, path: '/sign-in/code', handle: async (request) => codePage(request) },
    { ...send, path: '/sign-in/code', body: 'form', handle: (request) => signInByCode(deps, request) },
    {
      ...send,
      path: '/sign-out',
      handle: async (request) => {
        const { headers } = await auth.api.signOut({ headers: request.headers, returnHeaders: true })
        return seeOther(nextOf(request), headers.getSetCookie())
      },
    },
    ...(openId ? openIdRoutes(auth) : []),
  ]
}

const nextOf = (request: Request): string => safeNext(new URL(request.url).searchParams.get('next'))

async function signIn({ auth, openId }: PeopleDeps, flood: Flood, request: Request): Promise<Response> {
  const words = peopleWords(langOf(request))
  const form = await request.formData()
  const email = field(form, 'email').trim().toLowerCase()
  if (flood.take(email, guesses) !== null) return signInPage(request, openId, words.tooMany, email)
  const body = { email, password: field(form, 'password') }
  try {
    const { headers, response } = await auth.api.signInEmail({
      body,
      headers: request.headers,
      returnHeaders: true,
    })
    const cookies = headers.getSetCookie()
    // better-auth answers so instead of a session when the account has a second factor.
    if ('twoFactorRedirect' in response)
      return seeOther(`/sign-in/code${new URL(request.url).search}`, cookies)
    return seeOther(nextOf(request), cookies)
  } catch (error) {
    if (!isRefusal(error)) throw error
    return signInPage(request, openId, words.wrong, email)
  }
}

async function signInByCode({ auth }: PeopleDeps, request: Request): Promise<Response> {
  const code = field(await request.formData(), 'code').replace(/\s/g, '')
  const ask = { body: { code }, headers: request.headers, returnHeaders: true } as const
  try {
    const { headers } = /^\d{6}$/.test(code)
      ? await auth.api.verifyTOTP(ask)
      : await auth.api.verifyBackupCode(ask)
    return seeOther(nextOf(request), headers.getSetCookie())
  } catch (error) {
    if (!isRefusal(error)) throw error
    return codePage(request, peopleWords(langOf(request)).codeWrong)
  }
}

function signInPage(
  request: Request,
  openId: PeopleDeps['openId'],
  problem: string | null,
  email = '',
): Response {
  const lang = langOf(request)
  const words = peopleWords(lang)
  const query = new URL(request.url).search
  const body = html`<h1>${words.signIn}</h1>
${notice(problem)}
<form method="post" class="card">
${input({ name: 'email', label: words.email, type: 'email', value: email, autocomplete: 'username' })}
${input({ name: 'password', label: words.password, type: 'password', autocomplete: 'current-password' })}
<button>${words.signIn}</button>
</form>
${openId && html`<p class="or"><a class="button quiet" href="/sign-in/openid${query}">${filled(words.signInWith, openId.name)}</a></p>`}
<p class="aside">${words.noAccount} <a href="/sign-up${query}">${words.signUp}</a></p>`
  return page({ title: words.signIn, lang, body, status: problem ? 422 : 200 })
}

function codePage(request: Request, problem: string | null = null): Response {
  const lang = langOf(request)
  const words = peopleWords(lang)
  const body = html`<h1>${words.signIn}</h1>
${notice(problem)}
<form method="post" class="card">
${input({ name: 'code', label: words.code, hint: words.codeLead, autocomplete: 'one-time-code' })}
<button>${words.confirm}</button>
</form>`
  return page({ title: words.signIn, lang, body, status: problem ? 422 : 200 })
}

function openIdRoutes(auth: PeopleDeps['auth']): Route[] {
  return [
    {
      method: 'GET',
      path: '/sign-in/openid',
      access: 'public',
      limit: 'post',
      handle: async (request) => {
        const body = {
          provider: openIdProvider,
          callbackURL: nextOf(request),
          errorCallbackURL: '/sign-in?failed=openid',
        }
        try {
          const { headers, response } = await auth.api.signInSocial({
            body,
            headers: request.headers,
            returnHeaders: true,
          })
          return seeOther(response.url ?? '/sign-in?failed=openid', headers.getSetCookie())
        } catch (error) {
          if (!isRefusal(error)) throw error
          return seeOther('/sign-in?failed=openid')
        }
      },
    },
    {
      method: 'GET',
      path: '/api/auth/callback/:provider',
      access: 'public',
      limit: 'read',
      handle: (request) => auth.handler(request),
    },
  ]
}

function failedOpenId(request: Request, lang: Lang, name: string | undefined): string | null {
  const failed = new URL(request.url).searchParams.get('failed') === 'openid'
  return failed ? filled(peopleWords(lang).openIdDown, name ?? 'OpenID') : null
}

/** better-auth throws its refusals; anything else is a fault of ours and goes up. */
export const isRefusal = (error: unknown): boolean =>
  error instanceof Error && 'statusCode' in error && Number(error.statusCode) < 500
