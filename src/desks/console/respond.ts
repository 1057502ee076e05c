// What the console's API answers, and how it reads what it is sent.
import type * as z from 'zod'
import type { DeskOutcome } from '../../flow/index.ts'

export const json = (body: unknown, status = 200): Response => Response.json(body, { status })

/** The body in its form; else a 400 that names each field. */
export async function read<T>(
  request: Request,
  form: z.ZodType<T>,
): Promise<{ kind: 'read'; value: T } | { kind: 'answer'; response: Response }> {
  const parsed = form.safeParse(await request.json().catch(() => undefined))
  if (parsed.success) return { kind: 'read', value: parsed.data }
  const errors = parsed.error.issues.map(({ path, message }) => ({
    field: path.join('.') || 'body',
    message,
  }))
  return {
    kind: 'answer',
    response: json({ error: 'The request is not of the form asked for.', errors }, 400),
  }
}

/** 409 where a decision was refused, with what changed, so that the page can show it. */
export function outcome(result: DeskOutcome): Response {
  switch (result.kind) {
    case 'done':
      return json(result)
    case 'refused':
      return json(result, 409)
    case 'notFound':
      return json({ error: 'There is no such thing any more.' }, 404)
  }
}

/** A whole number from the address, within bounds. */
export function numberOf(text: string | null, otherwise: number, most: number): number {
  const value = Number(text)
  return text !== null && Number.isInteger(value) && value > 0 ? Math.min(value, most) : otherwise
}
