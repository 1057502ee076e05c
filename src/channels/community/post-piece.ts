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
  const { words, times } = reading
  const moment = html`<a class="when" href="#${anchorOf(post.externalId)}" title="${words.permalink}"><time datetime="${new Date(post.at).toISOString()}" title="${times.full(post.at)}">${times.ago(post.at)}</time></a>`
  const isQuestion = post === thread.question
  return html`<header class="byline">${face(post)}
<span><b class="author">${post.author}</b>${post.official && html`<span class="tag">${icons.validated}${words.official}</span>`}${post.private && html`<span class="tag">${icons.locked}${words.privateReply}</span>`}${post.credit > 0 && !post.official && !isQuestion && html`<span class="credit">${words.credit(post.credit)}</span>`}
<span class="moment">${moment}${post.edited && html` · ${words.edited}`}</span></span></header>`
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
  const { words, settings } = reading
  const at = `${threadPath(settings, thread.id)}/posts/${encodeURIComponent(post.externalId)}`
  const solves = thread.own && post !== thread.question && !post.own && !post.private
  return html`<div class="actions">
${!post.private && like(reading, post, at)}
${solves && html`<form method="post" action="${at}/solved"><input type="hidden" name="on" value="${post.solved ? '0' : '1'}"><button class="pill">${icons.solved}${post.solved ? words.unsolve : words.solvedButton}</button></form>`}
<span class="more">${post.own ? html`<a href="${at}/edit">${words.edit}</a><a href="${at}/delete">${words.delete}</a>` : !post.official && html`<form method="post" action="${at}/report"><button class="plain">${words.report}</button></form>`}</span>
</div>`
}

function like({ words }: Reading, { own, liked, likes }: ShownPost, at: string): Html | null {
  const label = html`${icons.like}${words.like}${likes > 0 && html` <span class="number">${likes}</span>`}`
  if (own) return likes > 0 ? html`<span class="pill">${label}</span>` : null
  return html`<form method="post" action="${at}/like"><input type="hidden" name="on" value="${liked ? '0' : '1'}"><button class="pill" aria-pressed="${liked ? 'true' : 'false'}" title="${words.likeThis}">${label}</button></form>`
}
