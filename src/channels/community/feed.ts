// The latest questions as an Atom feed (RFC 4287).
import type { CommunityDeps } from './deps.ts'
import { html } from './html.ts'
import { pagePath, threadPath } from './layout.ts'
import { findThreads } from './load.ts'
import { headline } from './rich-text.ts'
import type { ShownThread } from './view.ts'
import type { PageVisit } from './visit.ts'

const perFeed = 30
const instant = (ms: number): string => new Date(ms).toISOString()

export async function feed(deps: CommunityDeps, { reading, settings }: PageVisit): Promise<Response> {
  // As a visitor sees it: a feed may be shared.
  const { threads } = await findThreads(deps, settings, {
    text: '',
    before: null,
    person: null,
    limit: perFeed,
  })
  const home = reading.url.origin + pagePath(settings)
  const updated = Math.max(0, ...threads.map(lastChange))
  const whole = html`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${settings.lang}">
<id>${home}</id>
<title>${settings.name}</title>
<updated>${instant(updated)}</updated>
<link rel="self" href="${home}/feed.atom"/>
<link rel="alternate" href="${home}"/>
${threads.map((thread) => {
  const address = reading.url.origin + threadPath(settings, thread.id)
  const text = plain(thread.question.text ?? '')
  return html`<entry>
<id>${address}</id>
<title>${headline(text)}</title>
<link href="${address}"/>
<published>${instant(thread.question.at)}</published>
<updated>${instant(lastChange(thread))}</updated>
<author><name>${plain(thread.question.author)}</name></author>
<content type="text">${text}</content>
</entry>
`
})}</feed>`
  return new Response(whole.text, {
    headers: { 'content-type': 'application/atom+xml; charset=utf-8', 'cache-control': 'public, max-age=60' },
  })
}

const lastChange = ({ question, answers }: ShownThread): number =>
  Math.max(question.at, ...answers.map(({ at }) => at))

/** Signs that XML 1.0 does not allow at all. */
const plain = (text: string): string =>
  text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
