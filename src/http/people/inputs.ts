// Form pieces shared by the people's pages.
import { type Html, html } from '../html.ts'

export interface InputParts {
  name: string
  label: string
  type?: 'text' | 'email' | 'password'
  value?: string
  hint?: string
  autocomplete: string
}

export function input({ name, label, type = 'text', value = '', hint, autocomplete }: InputParts): Html {
  const described = hint ? html` aria-describedby="${name}-hint"` : null
  return html`<p class="field"><label for="${name}">${label}</label>
<input id="${name}" name="${name}" type="${type}" value="${value}" autocomplete="${autocomplete}" required${described}>
${hint && html`<small id="${name}-hint">${hint}</small>`}</p>`
}

/** Said at once by a screen reader, above the form it is about. */
export const notice = (sentence: string | null): Html | null =>
  sentence ? html`<p class="notice" role="alert">${sentence}</p>` : null
