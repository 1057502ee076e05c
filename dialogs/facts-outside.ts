// The last look before a reply is shown: every figure, link and address in it must stand in what it may use.

const number = /\d+(?:[ \u00a0\u202f.,/:-]?\d+)*/g
const contact = /(?:https?:\/\/|www\.)\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gi

/**
 * Figures, links and addresses of `text` that stand in none of the allowed texts.
 * @returns them as written; empty when all is well.
 */
export function factsOutside(text: string, allowed: readonly string[]): string[] {
  const contacts = new Set(allowed.flatMap((one) => [...one.matchAll(contact)].map(([found]) => bare(found))))
  const numbers = new Set(
    allowed.flatMap((one) =>
      [...one.matchAll(number)].flatMap(([found]) => [digits(found), ...found.split(/\D+/)]),
    ),
  )
  const strangeContacts = [...text.matchAll(contact)]
    .map(([found]) => found)
    .filter((found) => !contacts.has(bare(found)))
  const rest = text.replace(contact, ' ')
  const strangeNumbers = [...rest.matchAll(number)]
    .map(([found]) => found)
    .filter((found) => !numbers.has(digits(found)))
  return [...strangeContacts, ...strangeNumbers]
}

const digits = (found: string) => found.replace(/\D/g, '')

const bare = (found: string) => found.replace(/[).,;:!?»"]+$/, '').toLowerCase()
