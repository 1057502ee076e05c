// An activity of the Bot Framework protocol, as far as the house reads it, checked at the border.
import * as z from 'zod'

const account = z.looseObject({
  id: z.string().min(1),
  name: z.string().nullish(),
  aadObjectId: z.string().nullish(),
  role: z.string().nullish(),
})

const activity = z.looseObject({
  type: z.string().min(1),
  id: z.string().min(1).nullish(),
  timestamp: z.coerce.date().nullish(),
  serviceUrl: z.url({ protocol: /^https?$/ }),
  channelId: z.string().min(1),
  from: account,
  recipient: account.nullish(),
  conversation: z.looseObject({
    id: z.string().min(1),
    conversationType: z.string().nullish(),
    tenantId: z.string().nullish(),
  }),
  name: z.string().nullish(),
  text: z.string().max(100_000).nullish(),
  replyToId: z.string().nullish(),
  value: z.unknown().optional(),
  attachments: z
    .array(z.looseObject({ contentType: z.string().nullish(), content: z.unknown().optional() }))
    .nullish(),
  entities: z
    .array(z.looseObject({ type: z.string(), text: z.string().nullish(), mentioned: account.nullish() }))
    .nullish(),
  reactionsAdded: z.array(z.looseObject({ type: z.string() })).nullish(),
  reactionsRemoved: z.array(z.looseObject({ type: z.string() })).nullish(),
  channelData: z
    .looseObject({
      eventType: z.string().nullish(),
      channel: z.looseObject({ id: z.string() }).nullish(),
      team: z.looseObject({ id: z.string() }).nullish(),
      teamsChannelId: z.string().nullish(),
      teamsTeamId: z.string().nullish(),
    })
    .nullish(),
})

export type BotActivity = z.infer<typeof activity>

export type ActivityOutcome =
  | { kind: 'activity'; activity: BotActivity }
  | { kind: 'malformed'; reason: string }

/** @returns the activity, or which field is wrong and how. */
export function parseActivity(json: unknown): ActivityOutcome {
  const parsed = activity.safeParse(json)
  if (parsed.success) return { kind: 'activity', activity: parsed.data }
  const [issue] = parsed.error.issues
  return {
    kind: 'malformed',
    reason: `${issue?.path.join('.') || 'The activity'}: ${issue?.message ?? 'is not of the Bot Framework’s form'}`,
  }
}
