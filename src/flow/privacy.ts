// Personal data is blotted out letter by letter, so that quotes into the text keep their places.
import { findPersonalData } from '../../knowledge/index.ts'

/** The text with every piece of personal data replaced by dots of the same length. */
export function blotPersonalData(text: string): string {
  return findPersonalData(text).reduce(
    (blotted, { span }) =>
      blotted.slice(0, span.start) + '•'.repeat(span.end - span.start) + blotted.slice(span.end),
    text,
  )
}

/** For what is shown to all: personal data replaced by its kind. */
export { maskPersonalData } from '../../knowledge/index.ts'
