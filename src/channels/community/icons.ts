// The few signs drawn beside words; they say nothing that the words do not.
import { type Html, html } from './html.ts'

const sign = (body: Html): Html =>
  html`<svg class="icon" viewBox="0 0 20 20" width="18" height="18" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${body}</svg>`

export const icons = {
  validated: sign(
    html`<circle cx="10" cy="10" r="8" fill="currentColor" stroke="none"/><path d="m6.500 10.300 2.400 2.400 4.700-5.200" stroke="var(--sheet)"/>`,
  ),
  completed: sign(
    html`<circle cx="10" cy="10" r="8" fill="currentColor" stroke="none"/><path d="M10 6.500v7M6.500 10h7" stroke="var(--sheet)"/>`,
  ),
  corrected: sign(html`<circle cx="10" cy="10" r="7.500"/><path d="M10 6v5M10 13.800v.1"/>`),
  waiting: sign(html`<circle cx="10" cy="10" r="7.500"/><path d="M10 6v4.300l2.800 1.700"/>`),
  answers: sign(html`<path d="M3 4.500h14v9H9l-4 3.500v-3.500H3z"/>`),
  like: sign(
    html`<path d="M6.500 9v8H3.500V9zM6.500 9l3.300-6c1.500 0 2.300 1 2 2.400L11.300 8H16c1 0 1.600.900 1.400 1.800l-1.300 5.700c-.2.900-.9 1.500-1.800 1.500H6.500"/>`,
  ),
  solved: sign(html`<path d="m4 10.500 4 4 8-9"/>`),
  locked: sign(html`<rect x="4" y="9" width="12" height="8" rx="2"/><path d="M7 9V6.500a3 3 0 0 1 6 0V9"/>`),
  search: sign(html`<circle cx="9" cy="9" r="5.500"/><path d="m13.300 13.300 4 4"/>`),
} as const
