// A post's words as HTML: lines kept, web addresses linked, nothing else understood.
import { type Html, html } from './html.ts'

const address = /\bhttps?:\/\/[^\s<>"'`{}|\\^]+/gi
/** Signs that end a sentence rather than an address. */
const trailing = new Set('.,;:!?…»”’')

/** The space before a French mark must not let it fall to the next line alone. */
export const neat = (text: string): string =>
  text.replace(/ (?=[?!:;»€%])/g, '\u00a0').replace(/« /g, '«\u00a0')

/** Every line of the text, its http(s) addresses linked as untrusted. */
export function richText(text: string): Html {
  const blocks = text.trim().split(/\n{2,}/)
  return html`${blocks.map((block) => html`<p dir="auto">${lines(block)}</p>`)}`
}

function lines(block: string): Html[] {
  return block.split('\n').map((line, at) => (at === 0 ? linked(line) : html`<br>${linked(line)}`))
}

function linked(line: string): Html {
  const parts: (Html | string)[] = []
  let from = 0
  for (const found of line.matchAll(address)) {
    const url = trimmed(found[0])
    parts.push(neat(line.slice(from, found.index)), link(url))
    from = found.index + url.length
  }
  return html`${parts}${neat(line.slice(from))}`
}

/** A loop over signs and not a pattern: a pattern that ends in $ takes a square of the time on a long run of dots. */
function trimmed(url: string): string {
  let end = url.length
  while (end > 0) {
    const last = url[end - 1] ?? ''
    // A closing bracket belongs to the address only when it was opened in it.
    const strayBracket = last === ')' && !url.includes('(')
    if (!trailing.has(last) && !strayBracket) break
    end -= 1
  }
  return url.slice(0, end)
}

function link(url: string): Html | string {
  if (!URL.canParse(url)) return url
  const { host } = new URL(url)
  // The host is shown as the browser understands it, so that look-alike letters show as what they are.
  const shown = url.replace(/^(https?:\/\/)[^/?#]*/i, (_, scheme: string) => scheme + host)
  return html`<a href="${url}" rel="nofollow ugc noopener">${shown.length > 60 ? `${shown.slice(0, 57)}…` : shown}</a>`
}

/** The first sentence, for titles and links; at most `most` signs, cut at a word. */
export function headline(text: string, most = 100): string {
  const line = text.trim().split('\n')[0]?.trim() ?? ''
  const sentence = /^.{12,}?[.?!…](?=\s|$)/u.exec(line)?.[0] ?? line
  if (sentence.length <= most) return sentence
  const cut = sentence.slice(0, most)
  const space = cut.lastIndexOf(' ')
  return `${(space > most / 2 ? cut.slice(0, space) : cut).trimEnd()}…`
}
