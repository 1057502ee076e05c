// The frame of the server's own pages: start, sign-in, refusals. No script, one style sheet.
import { type Html, html } from './html.ts'
import { homeWord, type Lang } from './words.ts'

export interface PageParts {
  title: string
  lang: Lang
  body: Html
  status?: number
  headers?: Readonly<Record<string, string>>
  cookies?: readonly string[]
}

/** A whole HTML page as a response; never indexed, never cached. */
export function page({ title, lang, body, status = 200, headers = {}, cookies = [] }: PageParts): Response {
  const whole = html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${title} · Entraide</title>
<link rel="stylesheet" href="/house.css">
<link rel="icon" href="/icon.svg" type="image/svg+xml">
</head>
<body>
<header class="top"><a class="brand" href="/" aria-label="Entraide, ${homeWord(lang)}">Entraide</a></header>
<main>
${body}
</main>
</body>
</html>`
  const answer = new Response(whole.text, {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', ...headers },
  })
  for (const cookie of cookies) answer.headers.append('set-cookie', cookie)
  return answer
}

/** 303: a form's answer, so that a reload sends nothing twice. */
export function seeOther(location: string, cookies: readonly string[] = []): Response {
  const answer = new Response(null, { status: 303, headers: { location } })
  for (const cookie of cookies) answer.headers.append('set-cookie', cookie)
  return answer
}
