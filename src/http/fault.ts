// Refusals and failures, said plainly: a page to a browser, JSON to a program.
import { html } from './html.ts'
import { page } from './page.ts'
import { type FaultName, faultWords, homeWord, type Lang } from './words.ts'

const statusOf: Record<FaultName, number> = {
  badUrl: 400,
  notFound: 404,
  wrongMethod: 405,
  tooLarge: 413,
  wrongType: 415,
  notUtf8: 400,
  notJson: 400,
  encoded: 415,
  cutShort: 400,
  foreign: 403,
  signIn: 401,
  forbidden: 403,
  flood: 429,
  slow: 503,
  broken: 500,
}

/** How the asker wants to be answered. */
export interface Audience {
  lang: Lang
  json: boolean
}

export interface FaultOptions {
  values?: Readonly<Record<string, string>>
  headers?: Readonly<Record<string, string>>
  /** What was typed into the refused form, given back so that it is not lost. */
  typed?: string | null
}

export function faultResponse(fault: FaultName, audience: Audience, options: FaultOptions = {}): Response {
  const { values = {}, headers = {}, typed = null } = options
  const status = statusOf[fault]
  // Programs get English: the word to branch on is `error`.
  const [title, sentence] = faultWords(fault, audience.json ? 'en' : audience.lang, values)
  if (audience.json) return Response.json({ error: fault, message: sentence, ...values }, { status, headers })
  const body = html`<h1>${title}</h1>
<p class="lead">${sentence}</p>
${typed && html`<textarea readonly rows="8" aria-label="${title}">${typed}</textarea>`}
<p><a href="/">${homeWord(audience.lang)}</a></p>`
  return page({ title, lang: audience.lang, body, status, headers })
}
