// Reads a labelled set: questions and members' replies with what each of them is known to be.
import { isUtf8 } from 'node:buffer'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'

const verdict = z.enum(['supported', 'incomplete', 'contradicted', 'unrelated', 'risky'])

const question = z.object({
  id: z.string().min(1),
  lang: z.string(),
  text: z.string(),
  entry: z.string().nullable(),
  kind: z.enum(['question', 'complaint', 'praise', 'chitchat', 'spam']).optional(),
  style: z.string().optional(),
  private: z.boolean().optional(),
  crisis: z.boolean().optional(),
  pii: z.array(z.string()).optional(),
})

const reply = z.object({
  id: z.string().min(1),
  question: z.string().min(1),
  author: z.string().min(1),
  lang: z.string(),
  text: z.string(),
  verdict,
  covers: z.array(z.number().int().min(0)),
  contradicts: z.array(z.number().int().min(0)),
})

export type LabelledQuestion = z.infer<typeof question>
export type LabelledReply = z.infer<typeof reply>

export interface LabelledSet {
  /** The FAQ's JSON Lines, for `parseFaq`. */
  faq: string
  questions: readonly LabelledQuestion[]
  /** Empty where the set has none. */
  replies: readonly LabelledReply[]
}

/** Throws, naming file, line and field, at the first line that is not of the form. */
export function readLabelledSet(folder: string): LabelledSet {
  return {
    faq: read(folder, 'faq.jsonl'),
    questions: lines(folder, 'questions.jsonl', question),
    replies: lines(folder, 'replies.jsonl', reply, false),
  }
}

/** @param needed without it, a file that is not there is as good as empty. */
function read(folder: string, name: string, needed = true): string {
  const file = join(folder, name)
  if (!existsSync(file)) {
    if (!needed) return ''
    throw new Error(
      `${file} cannot be read. A labelled set is a folder with faq.jsonl, questions.jsonl and, if any, replies.jsonl.`,
    )
  }
  const bytes = readFileSync(file)
  if (!isUtf8(bytes)) throw new Error(`${file} is not UTF-8.`)
  return new TextDecoder().decode(bytes)
}

function lines<T>(folder: string, name: string, form: z.ZodType<T>, needed = true): T[] {
  return read(folder, name, needed)
    .split('\n')
    .flatMap((line, index) => {
      if (line.trim() === '') return []
      const parsed = form.safeParse(parseJson(line))
      if (parsed.success) return [parsed.data]
      const [issue] = parsed.error.issues
      throw new Error(
        `${join(folder, name)}:${index + 1}: ${issue?.path.join('.') || 'the line'}: ${issue?.message ?? 'is not of the form'}`,
      )
    })
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
