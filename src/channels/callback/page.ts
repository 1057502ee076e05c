// The call-back form and its answers as pages; readable without script, never indexed.
import type { PageSettings } from '../../ports/index.ts'
import { documentOf } from '../community/document.ts'
import { type Html, html } from '../community/html.ts'
import { type Lang, moments } from '../community/lang.ts'
import type { Typed } from './request.ts'
import { words as allWords } from './words.ts'

export interface CallTime {
  from: number
  until: number
}

export interface FormMatter {
  lang: Lang
  settings: PageSettings
  reference: string
  times: readonly CallTime[]
  now: number
  typed: Typed | null
}

const fill = (sentence: string, values: Readonly<Record<string, string>>) =>
  sentence.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')

export function formPage(matter: FormMatter): Response {
  const { lang, settings, reference, typed } = matter
  const words = allWords[lang]
  const faults = typed?.faults ?? []
  return page(
    lang,
    words.title,
    settings.brand,
    html`<h1>${words.title}</h1>
<p class="lead">${fill(words.lead, { brand: settings.brand, reference })}</p>
${faults.length > 0 && html`<p class="notice" role="alert" id="fault">${faults.map((fault) => `${words.faults[fault]} `)}</p>`}
<form method="post" class="ask">
${field('name', words.name, typed?.name ?? '', 'name', null)}
${field('phone', words.phone, typed?.phone ?? '', 'tel', words.phoneHint)}
<p class="field"><label for="when">${words.when}</label>
<select id="when" name="when">${options(matter)}</select></p>
<p class="trap" aria-hidden="true"><label>Website <input name="website" tabindex="-1" autocomplete="off"></label></p>
<button>${words.send}</button>
</form>
<p class="hint">${words.safety}</p>`,
    typed ? 422 : 200,
  )
}

export function thanksPage(matter: Omit<FormMatter, 'typed' | 'times'>, when: CallTime | null): Response {
  const { lang, settings, reference } = matter
  const words = allWords[lang]
  const sentence = when
    ? fill(words.thanksAt, { reference, when: timeWords(matter, when) })
    : fill(words.thanksSoon, { reference })
  return page(
    lang,
    words.thanks,
    settings.brand,
    html`<h1>${words.thanks}</h1><p class="lead" role="status">${sentence}</p><p class="hint">${words.safety}</p>`,
  )
}

export function closedPage(lang: Lang): Response {
  const words = allWords[lang]
  const main = html`<h1>${words.closedTitle}</h1><p class="lead">${words.closedLead}</p>`
  return page(lang, words.closedTitle, 'Entraide', main, 410)
}

function field(id: 'name' | 'phone', label: string, value: string, fills: string, hint: string | null): Html {
  return html`<p class="field"><label for="${id}">${label}</label>
<input id="${id}" name="${id}"${id === 'phone' && html` type="tel"`} value="${value}" required maxlength="60" autocomplete="${fills}"${hint !== null && html` aria-describedby="${id}-hint"`}>
${hint !== null && html`<span class="hint" id="${id}-hint">${hint}</span>`}</p>`
}

function options(matter: FormMatter): Html[] {
  const chosen = matter.typed?.when
  const option = (value: string, label: string) =>
    html`<option value="${value}"${value === chosen && html` selected`}>${label}</option>`
  return [
    option('soon', allWords[matter.lang].soon),
    ...matter.times.map((time) => option(String(time.from), timeWords(matter, time))),
  ]
}

function timeWords({ lang, settings, now }: Pick<FormMatter, 'lang' | 'settings' | 'now'>, time: CallTime) {
  const { hour } = moments(lang, settings.zone, now)
  const day = new Intl.DateTimeFormat(lang === 'fr' ? 'fr-FR' : 'en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: settings.zone,
  }).format(time.from)
  return allWords[lang].between(day.charAt(0).toUpperCase() + day.slice(1), hour(time.from), hour(time.until))
}

function page(lang: Lang, title: string, brand: string, main: Html, status = 200): Response {
  const head = [
    html`<meta name="robots" content="noindex">`,
    html`<meta name="referrer" content="no-referrer">`,
  ]
  const body = html`<header class="top"><span class="home"><span class="sign" aria-hidden="true">${brand.slice(0, 1)}</span>${brand}</span></header>
<main id="main">
${main}
</main>`
  return new Response(documentOf({ lang, title, site: brand, head, body }), {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8' },
  })
}
