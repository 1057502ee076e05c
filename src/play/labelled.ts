// Reads a labelled set: questions and members' replies with what each of them is known to be.
import { readFileSync } from 'node:fs'
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
    replies: lines(folder, 'replies.jsonl', reply, true),
  }
}

function read(folder: string, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(join(folder, name)))
  } catch (error) {
    if (error instanceof TypeError) throw new Error(`${join(folder, name)} is not UTF-8.`)
    throw new Error(
      `${join(folder, name)} cannot be read. A labelled set is a folder with faq.jsonl, questions.jsonl and, if any, replies.jsonl.`,
    )
  }
}

function lines<T>(folder: string, name: string, form: z.ZodType<T>, mayLack = false): T[] {
  let text: string
  try {
    text = read(folder, name)
  } catch (error) {
    if (mayLack && !(error instanceof Error && error.message.includes('UTF-8'))) return []
    throw error
  }
  return text.split('\n').flatMap((line, index) => {
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
