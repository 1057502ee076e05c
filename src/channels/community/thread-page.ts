// A thread's page: the question large, its receipt, the answers in their order, and the way to answer.
import type { HumanBy } from './deps.ts'
import { type Html, html } from './html.ts'
import { icons } from './icons.ts'
import { questionData } from './json-ld.ts'
import { anchorOf, layout, pagePath, type Reading, threadPath } from './layout.ts'
import { badge, foreign } from './list-page.ts'
import { area, faultNotice, hiddenFields, type Typed } from './pieces.ts'
import { actions, answerPiece, byline, markLine } from './post-piece.ts'
import { headline, neat, richText } from './rich-text.ts'
import type { ShownPost, ShownThread } from './view.ts'

export interface ThreadMatter {
  thread: ShownThread
  /** Of the thread as shown here. */
  stamp: string
  takenChargeAt: number | null
  humanBy: HumanBy
  similar: readonly { threadId: string; text: string }[]
  formKey: string
  typed: Typed | null
  /** A word after something was done, e.g. a report. */
  said: string | null
}

export function threadPage(reading: Reading, matter: ThreadMatter): Response {
  const { settings, words } = reading
  const { thread, typed, said } = matter
  const { question, answers } = thread
  const text = question.text ?? ''
  const title = headline(text, 90)
  const best = answers.find(
    ({ mark, text: shown }) => shown !== null && (mark === 'validated' || mark === 'completed'),
  )
  const main = html`<nav class="trail" aria-label="${settings.name}"><a href="${pagePath(settings)}">← ${words.allQuestions}</a></nav>
${said && html`<p class="said" role="status">${said}</p>`}
<div id="thread" data-live="${threadPath(settings, thread.id)}/live" data-stamp="${matter.stamp}" data-said="${words.live}">
<article class="question" id="${anchorOf(question.externalId)}">
<p class="status">${badge(reading, thread.status)}</p>
${questionText(reading, thread, question)}
${byline(reading, thread, question)}
${markLine(reading, thread, question)}
${actions(reading, thread, question)}
</article>
${thread.own && receipt(reading, matter)}
${best && answers.indexOf(best) > 1 && html`<p class="jump"><a href="#${anchorOf(best.externalId)}">${words.topAnswer}</a></p>`}
${answers.length > 0 && html`<h2 class="unseen">${words.answers(answers.length)}</h2>`}
${answers.length > 0 && html`<ol class="answers">${answers.map((post) => answerPiece(reading, thread, post))}</ol>`}
</div>
<p class="unseen" id="heard" role="status"></p>
${matter.similar.length > 0 && similarList(reading, matter.similar)}
${thread.privateTalk && privateForm(reading, matter)}
${answerForm(reading, matter)}`
  return layout(reading, {
    title,
    main,
    status: typed ? 422 : 200,
    canonical: threadPath(settings, thread.id),
    unlisted: typed !== null,
    personal: answers.some((post) => post.private),
    data: questionData(reading, thread),
    description: headline(text, 160),
  })
}

/** The first sentence is the heading; the rest reads on below it. */
function questionText(reading: Reading, thread: ShownThread, { text }: ShownPost): Html {
  const whole = (text ?? '').trim()
  const first = headline(whole, 160)
  const rest = whole.startsWith(first) ? whole.slice(first.length).trim() : null
  if (rest === null)
    return html`<h1 class="unseen">${first}</h1><div class="text"${foreign(reading, thread)}>${richText(whole)}</div>`
  return html`<h1${foreign(reading, thread)} dir="auto">${neat(first)}</h1>${rest && html`<div class="text"${foreign(reading, thread)}>${richText(rest)}</div>`}`
}

function receipt(reading: Reading, { thread, takenChargeAt, humanBy }: ThreadMatter): Html | null {
  const { words, times, say } = reading
  if (thread.count > 0 || thread.answers.some(({ official }) => official)) return null
  const at = times.hour(thread.question.at)
  const sentence = () => {
    if (takenChargeAt !== null) return say(words.takenCharge, { at: times.hour(takenChargeAt) })
    if (humanBy.kind === 'open') return say(words.receivedOpen, { at, by: times.soon(humanBy.by) })
    if (humanBy.opensAt === null) return say(words.receivedNoTime, { at })
    return say(words.receivedClosed[humanBy.reason], { at, by: times.soon(humanBy.opensAt) })
  }
  return html`<p class="receipt" role="status">${icons.solved}<span>${sentence()}</span></p>`
}

function similarList({ settings, words }: Reading, similar: ThreadMatter['similar']): Html {
  return html`<aside class="similar"><h2>${words.similarTitle}</h2>
<ul>${similar.map(({ threadId, text }) => html`<li><a href="${threadPath(settings, threadId)}">${neat(headline(text, 120))}</a></li>`)}</ul></aside>`
}

/** The brand took the talk here: what the asker writes in it is seen by the two alone. */
function privateForm(reading: Reading, { thread, formKey, typed }: ThreadMatter): Html {
  const { settings, words, say } = reading
  const mine = typed?.inPrivate ? typed : null
  return html`<section class="answer-in private" id="private"><h2>${icons.locked} ${say(words.privateTitle)}</h2>
<form method="post" action="${threadPath(settings, thread.id)}/private">
${faultNotice(reading, mine)}
${area({ id: 'private-text', label: say(words.privateTitle), hint: say(words.privateHint), text: mine?.text ?? '', rows: 4, quietLabel: true })}
${hiddenFields(`p-${formKey}`)}
<button>${words.send}</button>
</form></section>`
}

function answerForm(reading: Reading, { thread, formKey, typed: either }: ThreadMatter): Html {
  const typed = either?.inPrivate ? null : either
  const { settings, words, person, url, say } = reading
  if (!person || (person.guest && !thread.own)) {
    return html`<section class="answer-in"><p>${words.signInToAnswerLead} <a class="button" href="/sign-in?next=${encodeURIComponent(url.pathname)}">${words.signInToAnswer}</a></p></section>`
  }
  const desk = person.role === 'moderator' || person.role === 'admin'
  const title = thread.own ? words.followUp : desk ? say(words.brandAnswer) : words.yourAnswer
  const hint = thread.own
    ? words.followUpHint
    : `${say(words.answerAs, { name: desk ? settings.brand : person.name })} ${say(words.answerHint)}`
  return html`<section class="answer-in" id="answer"><h2>${title}</h2>
<form method="post" action="${threadPath(settings, thread.id)}/answer">
${faultNotice(reading, typed)}
${area({ id: 'text', label: title, hint: desk && !thread.own ? say(words.answerAs, { name: settings.brand }) : hint, text: typed?.text ?? '', rows: 4, quietLabel: true })}
${hiddenFields(formKey)}
<button>${words.send}</button>
</form></section>`
}
