// A FAQ entry: one recurring question with its answer, as JSON Lines carry it and as the house keeps it.
import * as z from 'zod'

const localized = z
  .strictObject({ fr: z.string().trim().min(1).optional(), en: z.string().trim().min(1).optional() })
  .refine(({ fr, en }) => fr !== undefined || en !== undefined, 'give at least one of fr and en')

const perLanguage = z.strictObject({
  fr: z.string().trim().min(1).optional(),
  en: z.string().trim().min(1).optional(),
})

const phrasings = z.strictObject({
  fr: z.array(z.string().trim().min(1)).optional(),
  en: z.array(z.string().trim().min(1)).optional(),
})

const entry = z.strictObject({
  id: z.string().regex(/^[\w.-]{1,100}$/, 'letters, digits, dots, dashes and underscores, 100 at most'),
  topic: z.string().default('general'),
  question: localized,
  answer: perLanguage.default({}),
  keyPoints: z.array(localized).max(40).default([]),
  links: z.array(z.string().trim().min(1)).default([]),
  variants: phrasings.default({}),
  validity: z.strictObject({ from: z.number().optional(), until: z.number().optional() }).optional(),
  source: z.string().optional(),
  /** Questions of the industry's pack that this entry does not answer, whatever they look like; an admin said so. */
  unlinked: z.array(z.string()).optional(),
  revision: z.number().int().min(1).default(1),
})

const packEntry = z.object({
  id: z.string().min(1),
  topic: z.string().default('general'),
  question: localized,
  variants: phrasings.default({}),
})

export type Lang = 'fr' | 'en'
export type Localized = z.infer<typeof perLanguage>
export type LocalizedList = z.infer<typeof phrasings>
export type Entry = z.infer<typeof entry>
/** A recurring question of an industry: phrasings without an answer. */
export type PackEntry = z.infer<typeof packEntry>

export interface LineError {
  /** 1 is the first line. */
  line: number
  field: string
  message: string
}

/** @param text JSON Lines; a byte-order mark and empty lines are passed over. */
export function parseFaq(text: string): { entries: Entry[]; errors: LineError[] } {
  const parsed = parseLines(text, entry)
  const seen = new Map<string, number>()
  for (const { value, line } of parsed.values) {
    const first = seen.get(value.id)
    if (first === undefined) seen.set(value.id, line)
    else
      parsed.errors.push({ line, field: 'id', message: `"${value.id}" is already the id of line ${first}` })
  }
  return { entries: parsed.values.map(({ value }) => value), errors: parsed.errors }
}

/** One entry a line, in the format that `parseFaq` reads. */
export function formatFaq(entries: readonly Entry[]): string {
  return entries.map(({ revision: _kept, ...entry }) => `${JSON.stringify(entry)}\n`).join('')
}

/** Throws at the first line that is not of the form: packs are shipped, not typed in. */
export function parsePack(text: string): PackEntry[] {
  const { values, errors } = parseLines(text, packEntry)
  const [first] = errors
  if (first) throw new Error(`Pack, line ${first.line}: ${first.field}: ${first.message}`)
  return values.map(({ value }) => value)
}

function parseLines<T>(
  text: string,
  form: z.ZodType<T>,
): { values: { value: T; line: number }[]; errors: LineError[] } {
  const values: { value: T; line: number }[] = []
  const errors: LineError[] = []
  for (const [index, raw] of text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .entries()) {
    if (raw.trim() === '') continue
    const line = index + 1
    const json = parseJson(raw)
    if (json.kind === 'broken') {
      errors.push({ line, field: 'the line', message: `is not JSON: ${json.message}` })
      continue
    }
    const parsed = form.safeParse(json.value)
    if (parsed.success) values.push({ value: parsed.data, line })
    else
      errors.push(
        ...parsed.error.issues.map(({ path, message }) => ({
          line,
          field: path.join('.') || 'the line',
          message,
        })),
      )
  }
  return { values, errors }
}

function parseJson(text: string): { kind: 'read'; value: unknown } | { kind: 'broken'; message: string } {
  try {
    return { kind: 'read', value: JSON.parse(text) }
  } catch (error) {
    return { kind: 'broken', message: error instanceof Error ? error.message : String(error) }
  }
}
