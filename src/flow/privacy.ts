// Personal data is blotted out letter by letter, so that quotes into the text keep their places.
import type { Knowledge } from '../../knowledge/index.ts'

/** The text with every piece of personal data replaced by dots of the same length. */
export function blotPersonalData(knowledge: Pick<Knowledge, 'screen'>, text: string): string {
  return knowledge
    .screen(text)
    .pii.reduce(
      (blotted, { span }) =>
        blotted.slice(0, span.start) + '•'.repeat(span.end - span.start) + blotted.slice(span.end),
      text,
    )
}
