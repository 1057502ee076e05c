// Form pieces that several pages share.

import { longestPost } from './deps.ts'
import type { FormFault } from './forms.ts'
import { type Html, html } from './html.ts'
import type { Reading } from './layout.ts'

/** What a refused form comes back with, so that nothing typed is lost. */
export interface Typed {
  fault: FormFault | { reason: string }
  text: string
  name: string
  /** It was typed into the private form. */
  inPrivate?: boolean
}

export function faultNotice(reading: Reading, typed: Typed | null): Html | null {
  if (!typed) return null
  return html`<p class="notice" role="alert" id="fault">${faultSentence(reading, typed)}</p>`
}

function faultSentence({ words, say }: Reading, { fault, text }: Typed): string {
  if (typeof fault === 'object') return say(words.faultTaken, { reason: fault.reason })
  switch (fault) {
    case 'empty':
      return words.faultEmpty
    case 'long':
      return say(words.faultLong, { count: String(text.length), most: String(longestPost) })
    case 'name':
      return words.faultName
    case 'stale':
      return words.faultStale
  }
}

/** The one-time key that makes a form count once, and the field that only machines fill. */
export function hiddenFields(key: string): Html {
  return html`<input type="hidden" name="key" value="${key}">
<p class="trap" aria-hidden="true"><label>Website <input name="website" tabindex="-1" autocomplete="off"></label></p>`
}

export interface AreaParts {
  id: string
  label: string
  hint: string
  text: string
  rows: number
  placeholder?: string
  /** The label is read out but not shown where a heading already says it. */
  quietLabel?: boolean
}

export function area({ id, label, hint, text, rows, placeholder = '', quietLabel }: AreaParts): Html {
  return html`<label for="${id}"${quietLabel && html` class="unseen"`}>${label}</label>
<textarea id="${id}" name="text" rows="${rows}" required placeholder="${placeholder}" aria-describedby="${id}-hint" dir="auto">${text}</textarea>
<p class="hint" id="${id}-hint">${hint}</p>`
}

export function nameField({ words }: Reading, name: string): Html {
  return html`<p class="field"><label for="name">${words.nameLabel}</label>
<input id="name" name="name" value="${name}" required maxlength="60" autocomplete="nickname" aria-describedby="name-hint">
<span class="hint" id="name-hint">${words.nameHint}</span></p>`
}
