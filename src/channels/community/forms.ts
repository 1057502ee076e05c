// What people send: read and checked at the border, each form once however often it is sent.
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { longestName, longestPost } from './deps.ts'

export type FormFault = 'empty' | 'long' | 'name' | 'stale'

const oneLine = (text: string) =>
  text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()

/** Lines end as on Unix; control signs go, tabs and line ends stay. */
const cleanText = (text: string) =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .normalize('NFC')
    .trim()

const text = z.string().transform(cleanText)
const key = z.string().regex(/^[\w-]{10,64}$/)

const writing = z.object({
  text: text.pipe(z.string().min(1, 'empty').max(longestPost, 'long')),
  key: key.catch(() => ''),
  name: z.string().max(500, 'name').transform(oneLine).pipe(z.string().max(longestName, 'name')).default(''),
  /** Nobody sees this field; what fills every field is no person. */
  website: z.string().default(''),
})

export interface Writing {
  text: string
  key: string
  name: string
}

export type ReadForm =
  | { kind: 'read'; writing: Writing }
  | { kind: 'trap' }
  | { kind: 'fault'; fault: FormFault; typed: { text: string; name: string } }

/** @param named whether a name must be given, since nobody is signed in. */
export async function readWriting(request: Request, named: boolean): Promise<ReadForm> {
  const fields = Object.fromEntries(
    [...(await request.formData())].filter(([, value]) => typeof value === 'string'),
  )
  const typed = { text: String(fields.text ?? ''), name: String(fields.name ?? '') }
  const read = writing.safeParse({ text: '', ...fields })
  if (!read.success) {
    const message = read.error.issues[0]?.message
    return { kind: 'fault', fault: message === 'long' || message === 'name' ? message : 'empty', typed }
  }
  const { website, ...rest } = read.data
  if (website !== '') return { kind: 'trap' }
  if (named && rest.name === '') return { kind: 'fault', fault: 'name', typed }
  if (rest.key === '') return { kind: 'fault', fault: 'stale', typed }
  return { kind: 'read', writing: rest }
}

/**
 * The post's identity from its form's one-time key. Hashed, because the identity is public while the key also
 * proves whose form it was.
 */
export const postIdOf = (key: string): string =>
  createHash('sha256').update(`post ${key}`).digest('base64url').slice(0, 20)
