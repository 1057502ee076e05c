// Number words become digits in place: "soixante-douze heures" is read as 72 hours.
import { languages } from './languages/index.ts'

export interface Token {
  /** Lower case, no accents; a number in digits where it was one in words. */
  text: string
  start: number
  end: number
}

/** Words, numbers and signs with their places in the plain text; each run of number words is one token of digits. */
export function tokens(plainText: string, lang: 'fr' | 'en'): Token[] {
  const raw = [...plainText.matchAll(/\d+(?:[.,]\d+)?|[a-z]+|[€£$%+@/]|[^\s\w]/g)].map(
    (found): Token => ({ text: found[0], start: found.index, end: found.index + found[0].length }),
  )
  const read: Token[] = []
  for (let at = 0; at < raw.length; ) {
    const run = numberRun(raw, at, lang)
    const token = raw[at]
    if (run) read.push(run.token)
    else if (token) read.push(token)
    at += run?.length ?? 1
  }
  return read
}

function numberRun(
  raw: readonly Token[],
  at: number,
  lang: 'fr' | 'en',
): { token: Token; length: number } | null {
  const { numbers, numberJoin } = languages[lang]
  const values: { word: string; value: number }[] = []
  let end = at
  for (let next = at; next < raw.length; ) {
    const word = raw[next]?.text ?? ''
    const value = numbers[word]
    if (value !== undefined) {
      values.push({ word, value })
      next += 1
      end = next
    } else if (
      values.length > 0 &&
      (word === '-' || word === numberJoin) &&
      isNumberAfter(raw, next, numbers)
    )
      next += 1
    else break
  }
  const [first] = values
  const start = raw[at]
  const last = raw[end - 1]
  if (!first || !start || !last) return null
  return { token: { text: String(numberOf(values)), start: start.start, end: last.end }, length: end - at }
}

const isNumberAfter = (raw: readonly Token[], at: number, numbers: Readonly<Record<string, number>>) =>
  [1, 2].some((ahead) => numbers[raw[at + ahead]?.text ?? ''] !== undefined)

/** "quatre-vingt-dix" is 4 x 20 + 10; "two hundred" 2 x 100; "mille cinq cents" 1000 + 500. */
function numberOf(values: readonly { word: string; value: number }[]): number {
  let total = 0
  let current = 0
  for (const { word, value } of values) {
    if (value === 1000) {
      total += (current || 1) * 1000
      current = 0
    } else if (value === 100) current = (current || 1) * 100
    else if (word.startsWith('vingt') && current % 100 === 4) current += 76
    else current += value
  }
  return total + current
}
