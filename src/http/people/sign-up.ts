// Making an account: by oneself, or as the first admin through the one-time link.
import type { Route } from '../../ports/index.ts'
import { type Html, html } from '../html.ts'
import { page, seeOther } from '../page.ts'
import { type Lang, langOf } from '../words.ts'
import { type AccountFault, type NewAccount, signUp } from './accounts.ts'
import type { PeopleDeps } from './deps.ts'
import { createFirstAdmin, isFirstAdminToken } from './first-admin.ts'
import { field, safeNext } from './form.ts'
import { input, notice } from './inputs.ts'
import { type PeopleWords, peopleWords } from './words.ts'

const faultWord: Record<AccountFault, keyof PeopleWords> = {
  name: 'faultName',
  email: 'faultEmail',
  password: 'faultPassword',
  taken: 'faultTaken',
}

interface FormState {
  lang: Lang
  fault: AccountFault | null
  name: string
  email: string
}

export function signUpRoutes(deps: PeopleDeps): Route[] {
  return [...ownSignUp(deps), ...firstAdmin(deps)]
}

function ownSignUp({ auth }: PeopleDeps): Route[] {
  const show = (request: Request, state: FormState) => {
    const words = peopleWords(state.lang)
    const query = new URL(request.url).search
    const body = html`<h1>${words.signUp}</h1>
${accountForm(words, state, words.signUp)}
<p class="aside">${words.haveAccount} <a href="/sign-in${query}">${words.signIn}</a></p>`
    return page({ title: words.signUp, lang: state.lang, body, status: state.fault ? 422 : 200 })
  }
  return [
    {
      method: 'GET',
      path: '/sign-up',
      access: 'public',
      limit: 'read',
      handle: async (request, { person }) =>
        show(request, { ...fresh(request), name: person?.guest ? person.name : '' }),
    },
    {
      method: 'POST',
      path: '/sign-up',
      access: 'public',
      limit: 'post',
      body: 'form',
      handle: async (request, { person }) => {
        const account = await readAccount(request)
        const outcome = await signUp(auth, account, { role: 'member', guest: person?.guest ? person : null })
        if (outcome.kind === 'refused') {
          return show(request, { ...account, lang: langOf(request), fault: outcome.fault })
        }
        return seeOther(safeNext(new URL(request.url).searchParams.get('next')), outcome.cookies)
      },
    },
  ]
}

function firstAdmin({ auth, store }: PeopleDeps): Route[] {
  const tokenOf = (request: Request) => new URL(request.url).searchParams.get('token') ?? ''
  const show = (state: FormState) => {
    const words = peopleWords(state.lang)
    const body = html`<h1>${words.firstAdmin}</h1>
<p class="lead">${words.firstAdminLead}</p>
${accountForm(words, state, words.firstAdmin)}`
    return page({ title: words.firstAdmin, lang: state.lang, body, status: state.fault ? 422 : 200 })
  }
  const dead = (lang: Lang) => {
    const words = peopleWords(lang)
    const body = html`<h1>${words.firstAdminDead}</h1><p class="lead">${words.firstAdminDeadLead}</p>`
    return page({ title: words.firstAdminDead, lang, body, status: 410 })
  }
  return [
    {
      method: 'GET',
      path: '/first-admin',
      access: 'public',
      limit: 'read',
      handle: async (request) =>
        (await isFirstAdminToken(store, tokenOf(request))) ? show(fresh(request)) : dead(langOf(request)),
    },
    {
      method: 'POST',
      path: '/first-admin',
      access: 'public',
      limit: 'post',
      body: 'form',
      handle: async (request) => {
        const account = await readAccount(request)
        const outcome = await createFirstAdmin(auth, store, tokenOf(request), account)
        if (!outcome) return dead(langOf(request))
        if (outcome.kind === 'refused')
          return show({ ...account, lang: langOf(request), fault: outcome.fault })
        return seeOther('/', outcome.cookies)
      },
    },
  ]
}

const fresh = (request: Request): FormState => ({ lang: langOf(request), fault: null, name: '', email: '' })

async function readAccount(request: Request): Promise<NewAccount> {
  const form = await request.formData()
  return { name: field(form, 'name'), email: field(form, 'email'), password: field(form, 'password') }
}

function accountForm(words: PeopleWords, { fault, name, email }: FormState, action: string): Html {
  return html`${notice(fault && words[faultWord[fault]])}
<form method="post" class="card">
${input({ name: 'name', label: words.name, value: name, autocomplete: 'nickname' })}
${input({ name: 'email', label: words.email, type: 'email', value: email, autocomplete: 'username' })}
${input({ name: 'password', label: words.password, type: 'password', hint: words.passwordHint, autocomplete: 'new-password' })}
<button>${action}</button>
</form>`
}
