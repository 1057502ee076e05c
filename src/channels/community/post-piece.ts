// One post of a thread: who, when, what, what the brand said of it, and what this reader can do with it.
import { type Html, html } from './html.ts'
import { icons } from './icons.ts'
import { anchorOf, type Reading, threadPath } from './layout.ts'
import { foreign } from './list-page.ts'
import { richText } from './rich-text.ts'
import type { ShownPost, ShownThread } from './view.ts'

const colours = 6

export function answerPiece(reading: Reading, thread: ShownThread, post: ShownPost): Html {
  if (post.text === null) return tombstone(reading, post)
  const kinds = [
    'post',
    post.official && 'official',
    (post.mark === 'validated' || post.mark === 'completed') && 'confirmed',
    post.private && 'private',
  ]
  return html`<li><article class="${kinds.filter(Boolean).join(' ')}" id="${anchorOf(post.externalId)}" aria-label="${post.author}">
${byline(reading, thread, post)}
${markLine(reading, thread, post)}
<div class="text"${foreign(reading, thread)}>${richText(post.text)}</div>
${actions(reading, thread, post)}
</article></li>`
}

function tombstone({ words, say }: Reading, { gone, externalId }: ShownPost): Html {
  return html`<li><p class="tombstone" id="${anchorOf(externalId)}">${gone === 'deleted' ? words.deletedPost : say(words.hiddenPost)}</p></li>`
}

export function byline(reading: Reading, thread: ShownThread, post: ShownPost): Html {
  const { words } = reading
  return html`<header class="byline">${face(post)}
<span><b class="author">${post.author}</b>${tags(reading, thread, post)}
<span class="moment">${moment(reading, post)}${post.edited && html` · ${words.edited}`}</span></span></header>`
}

function tags({ words, say }: Reading, thread: ShownThread, post: ShownPost): Html[] {
  const { official, credit } = post
  const credited = credit > 0 && !official && post !== thread.question
  return [
    official && html`<span class="tag">${icons.validated}${words.official}</span>`,
    post.private && html`<span class="tag">${icons.locked}${say(words.privateReply)}</span>`,
    credited && html`<span class="credit">${words.credit(credit)}</span>`,
  ].filter((tag) => tag !== false)
}

function moment({ words, times }: Reading, { at, externalId }: ShownPost): Html {
  const time = html`<time datetime="${new Date(at).toISOString()}" title="${times.full(at)}">${times.ago(at)}</time>`
  return html`<a class="when" href="#${anchorOf(externalId)}" title="${words.permalink}">${time}</a>`
}

/** The first letter of the name, in a colour that stays the person's. */
function face({ author, authorId, official }: ShownPost): Html {
  const sum = [...authorId].reduce((total, sign) => (total * 31 + (sign.codePointAt(0) ?? 0)) % 9973, 7)
  const letter = [...author][0]?.toUpperCase() ?? '?'
  return html`<span class="face ${official ? 'brand-face' : `face-${sum % colours}`}" aria-hidden="true">${letter}</span>`
}

export function markLine(reading: Reading, thread: ShownThread, post: ShownPost): Html | null {
  const { words, say } = reading
  const { mark, solved, gone } = post
  const lines = [
    mark === 'validated' && html`<span class="good">${icons.validated}${say(words.validatedMark)}</span>`,
    mark === 'completed' && html`<span class="good">${icons.completed}${say(words.completedMark)}</span>`,
    mark === 'corrected' && html`<span class="careful">${icons.corrected}${say(words.correctedMark)}</span>`,
    solved && html`<span>${icons.solved}${say(words.solvedMark, { name: thread.question.author })}</span>`,
    gone === 'hidden' && html`<span class="careful">${icons.locked}${say(words.hiddenOwn)}</span>`,
  ].filter(Boolean)
  return lines.length > 0 ? html`<p class="mark">${lines}</p>` : null
}

/** Buttons are forms of their own, so that each works without script. */
export function actions(reading: Reading, thread: ShownThread, post: ShownPost): Html {
  const at = `${threadPath(reading.settings, thread.id)}/posts/${encodeURIComponent(post.externalId)}`
  const solves = thread.own && post !== thread.question && !post.own && !post.private
  return html`<div class="actions">
${!post.private && like(reading, post, at)}
${solves && solve(reading, post, at)}
<span class="more">${more(reading, post, at)}</span>
</div>`
}

function like({ words }: Reading, { own, liked, likes }: ShownPost, at: string): Html | null {
  const label = html`${icons.like}${words.like}${likes > 0 && html` <span class="number">${likes}</span>`}`
  if (own) return likes > 0 ? html`<span class="pill">${label}</span>` : null
  return html`<form method="post" action="${at}/like">${switchTo(!liked)}
<button class="pill" aria-pressed="${liked ? 'true' : 'false'}" title="${words.likeThis}">${label}</button></form>`
}

function solve({ words }: Reading, { solved }: ShownPost, at: string): Html {
  const label = solved ? words.unsolve : words.solvedButton
  return html`<form method="post" action="${at}/solved">${switchTo(!solved)}
<button class="pill">${icons.solved}${label}</button></form>`
}

const switchTo = (on: boolean): Html => html`<input type="hidden" name="on" value="${on ? '1' : '0'}">`

function more({ words }: Reading, { own, official }: ShownPost, at: string): Html | null {
  if (own) return html`<a href="${at}/edit">${words.edit}</a><a href="${at}/delete">${words.delete}</a>`
  if (official) return null
  return html`<form method="post" action="${at}/report"><button class="plain">${words.report}</button></form>`
}
