// Chooses one way to say a thing, the same for the same seed, and fills its slots.
import type { Lines } from './words/language.ts'

export type Slots = Readonly<Record<string, string | null>>

/** Deterministic: FNV-1a over the seed and what the line is for. */
export function seeded(seed: string, purpose: string): number {
  let value = 0x811c9dc5
  for (const letter of `${purpose} ${seed}`)
    value = Math.imul(value ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  return (value ^ (value >>> 13)) >>> 0
}

/**
 * One of the lines whose slots can all be filled, in the register; lines that name the member are preferred when it
 * is known. Null when none can be filled.
 */
export function pick(
  lines: Lines,
  slots: Slots,
  register: 'tu' | 'vous',
  seed: string,
  purpose: string,
): string | null {
  const fitting = lines.filter((line) => slotsOf(line).every((slot) => slots[slot]))
  const naming = slots.member ? fitting.filter((line) => line.includes('{member}')) : []
  const choices = naming.length > 0 ? naming : fitting
  const line = choices[seeded(seed, purpose) % choices.length]
  return line === undefined ? null : fill(line, slots, register)
}

const slot = /\{([^{}|]*)(?:\|([^{}]*))?\}/g

const slotsOf = (line: string) =>
  [...line.matchAll(slot)].filter(([, , vous]) => vous === undefined).map(([, name]) => name ?? '')

/** In one pass: a name that holds braces is not read again. */
function fill(line: string, slots: Slots, register: 'tu' | 'vous'): string {
  return line.replace(slot, (_, first: string, second?: string) => {
    if (second !== undefined) return register === 'tu' ? first : second
    return slots[first] ?? ''
  })
}

/** A name as it may stand in a brand's reply: never a link, an address, a number, or several lines. */
export function safeName(name: string | null): string | null {
  const bare = name?.trim() ?? ''
  if (bare === '' || bare.length > 40) return null
  return /https?:|www\.|@\S+\.|\.\w{2,}\/|[\n\r<>{}]|\d[\d .-]{3,}\d/.test(bare) ||
    /\w\.(?:com|fr|net|org|io|example)\b/i.test(bare)
    ? null
    : bare
}
