// The form of a page's settings as the console sends them; rules between the fields are checked by the desk.
import * as z from 'zod'
import type { PageSettings } from '../../ports/index.ts'

const slot = z.strictObject({ from: z.string(), until: z.string() })
const brake = z.strictObject({ reason: z.string(), since: z.number() })
const span = z.strictObject({ ms: z.number().int().min(0), clock: z.enum(['open', 'wall']) })
const autonomy = z.discriminatedUnion('mode', [
  z.strictObject({ mode: z.literal('manual') }),
  z.strictObject({ mode: z.literal('paused'), pauseMs: z.number().int() }),
  z.strictObject({ mode: z.literal('automatic'), precision: z.number() }),
])

export const pageSettings: z.ZodType<PageSettings> = z.strictObject({
  pageId: z.string().min(1),
  channel: z.string().min(1),
  brand: z.string().trim().min(1).max(80),
  name: z.string().trim().min(1).max(80),
  version: z.number().int(),
  lang: z.enum(['fr', 'en']),
  register: z.enum(['tu', 'vous']),
  zone: z.string(),
  country: z.string().nullable(),
  region: z.string().nullable(),
  hours: z.array(z.array(slot)),
  holidays: z.array(z.strictObject({ date: z.string(), name: z.string() })),
  closures: z.array(z.strictObject({ from: z.string(), until: z.string(), reason: z.string() })),
  window: span,
  windowByTopic: z.record(z.string(), span),
  takeChargeMs: z.number(),
  acknowledgeShare: z.number(),
  answerMs: z.number(),
  settleAfterMs: z.number(),
  nearShare: z.number(),
  thankPraise: z.boolean(),
  signature: z.string().max(80).nullable(),
  linkInReply: z.boolean(),
  maxLength: z.number().int(),
  privateMeans: z.enum(['message', 'form', 'none']),
  privateWithinMs: z.number().int().min(0).nullable(),
  canHide: z.boolean(),
  autonomy: z.strictObject({
    acknowledge: autonomy,
    validate: autonomy,
    complete: autonomy,
    correct: autonomy,
    answer: autonomy,
    handOver: autonomy,
    warn: autonomy,
    escalate: autonomy,
    thank: autonomy,
  }),
  calmedAt: z.number().nullable(),
  brake: brake.nullable(),
  topicBrakes: z.record(z.string(), brake),
})
