// What the form brings, read and checked at the border; what was typed comes back with what is wrong.
import * as z from 'zod'

export type CallFault = 'name' | 'phone' | 'time'

export interface CallRequest {
  name: string
  phone: string
  /** The beginning of the time chosen, ms; null for as soon as possible. */
  from: number | null
}

export interface Typed {
  name: string
  phone: string
  when: string
  faults: readonly CallFault[]
}

export type ReadRequest =
  | { kind: 'read'; request: CallRequest; typed: Typed }
  | { kind: 'fault'; typed: Typed }
  /** A field that nobody sees was filled. */
  | { kind: 'trap' }

const oneLine = (text: string) =>
  text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
    .normalize('NFC')

/** ITU-T E.164: fifteen digits at most; six are the shortest that reach a person from abroad. */
const hasDigits = (text: string) => {
  const digits = text.replace(/\D/g, '').length
  return digits >= 6 && digits <= 15
}

const fields = z.object({
  name: z.string().max(500).transform(oneLine).pipe(z.string().min(1).max(80)),
  phone: z
    .string()
    .max(60)
    .transform(oneLine)
    .pipe(
      z
        .string()
        .regex(/^\+?[\d ().\-/]+$/)
        .refine(hasDigits),
    ),
  when: z.union([
    z.literal('soon').transform(() => null),
    z
      .string()
      .regex(/^\d{10,15}$/)
      .transform(Number),
  ]),
})

export async function readRequest(request: Request): Promise<ReadRequest> {
  const sent = Object.fromEntries(
    [...(await request.formData())].filter(([, value]) => typeof value === 'string'),
  ) as Record<string, string | undefined>
  if (sent.website) return { kind: 'trap' }
  const { name = '', phone = '', when = 'soon' } = sent
  const read = fields.safeParse({ name, phone, when })
  const typed = { name, phone, when }
  if (read.success)
    return {
      kind: 'read',
      request: { name: read.data.name, phone: read.data.phone, from: read.data.when },
      typed: { ...typed, faults: [] },
    }
  const faults = new Set(read.error.issues.map(({ path }) => (path[0] === 'when' ? 'time' : path[0])))
  return { kind: 'fault', typed: { ...typed, faults: [...faults] as CallFault[] } }
}
