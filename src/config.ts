// What the operator decides, read once from a file and the environment, checked and frozen.
// The only reader of process.env.
import { existsSync, readFileSync } from 'node:fs'
import * as z from 'zod'
import { industries } from './packs.ts'

const page = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/, 'lower-case letters, digits and dashes, 40 at most'),
  channel: z.enum(['community', 'msteams']),
  name: z.string().min(1).max(80),
  lang: z.enum(['fr', 'en']).default('fr'),
})

const bot = z.strictObject({
  appId: z.string().default(''),
  appPassword: z.string().default(''),
  tenantId: z.string().default(''),
  /** Without an app id anybody on this machine may speak to the bot: for development, on loopback alone. */
  anonymousOnLoopback: z.boolean().default(false),
  /** Which page a team's or channel's conversations belong to, by Teams id. */
  pages: z.record(z.string(), z.string()).default({}),
  /** Teams users who are the brand: their posts are the brand's own. */
  brandUsers: z.array(z.string()).default([]),
  reviewers: z
    .strictObject({
      /** The conversation that receives the review cards. */
      conversationId: z.string(),
      serviceUrl: z.url(),
      /** Teams users who may decide, by Azure AD object id or Teams id. */
      users: z.array(z.string()).min(1),
    })
    .nullable()
    .default(null),
})

/** What is masked is still a customer's words: nobody on the way may read them. */
function isPrivate(url: string): boolean {
  const { protocol, hostname } = new URL(url)
  return protocol === 'https:' || ['127.0.0.1', 'localhost', '[::1]'].includes(hostname)
}

const secondJudge = z.strictObject({
  /** An OpenAI-compatible endpoint, up to and without /chat/completions; beyond this machine over https alone. */
  url: z.url().refine(isPrivate, 'use https beyond this machine'),
  model: z.string().min(1),
  apiKey: z.string().min(1).nullable().default(null),
  timeoutMs: z.coerce.number().int().min(100).max(60_000).default(8_000),
  /** Calls a day; beyond it the first judge is alone. */
  callsADay: z.coerce.number().int().min(0).default(2_000),
})

const schema = z.strictObject({
  host: z.string().default('127.0.0.1'),
  port: z.coerce.number().int().min(0).max(65535).default(3978),
  /** The address people use, when a proxy stands in front. */
  publicUrl: z.url().nullable().default(null),
  trustProxy: z.boolean().default(false),
  /** A file path for SQLite, or postgres://... */
  databaseUrl: z.string().min(1).default('data/entraide.sqlite'),
  tenant: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/)
    .default('main'),
  brand: z.string().min(1).default('Entraide'),
  /** Whose pack is lent; null, and the one that suits the FAQ is chosen. */
  industry: z.enum(industries).nullable().default(null),
  pages: z.array(page).default([]),
  /** The demonstration brand on an empty database. */
  demo: z.boolean().default(true),
  model: z.enum(['on', 'off']).default('on'),
  /** Precision asked of a match before an entry is put to a moderator, 0..1; what goes out by itself has a precision of its own. */
  precision: z.number().min(0.5).max(0.999).default(0.75),
  sessionSecret: z.string().min(32, '32 characters or more').nullable().default(null),
  openId: z
    .strictObject({
      /** Shown on the sign-in button. */
      name: z.string().min(1),
      issuer: z.url(),
      clientId: z.string().min(1),
      clientSecret: z.string().min(1),
    })
    .nullable()
    .default(null),
  bot: bot.nullable().default(null),
  secondJudge: secondJudge.nullable().default(null),
})

export type Config = z.infer<typeof schema>

export type ConfigOutcome = { kind: 'read'; config: Config } | { kind: 'invalid'; errors: readonly string[] }

/** Environment variable -> where it goes. They win over the file. */
const variables: Readonly<Record<string, string>> = {
  ENTRAIDE_HOST: 'host',
  ENTRAIDE_PORT: 'port',
  ENTRAIDE_PUBLIC_URL: 'publicUrl',
  ENTRAIDE_DATABASE_URL: 'databaseUrl',
  ENTRAIDE_TENANT: 'tenant',
  ENTRAIDE_BRAND: 'brand',
  ENTRAIDE_MODEL: 'model',
  ENTRAIDE_SESSION_SECRET: 'sessionSecret',
  ENTRAIDE_BOT_APP_ID: 'bot.appId',
  ENTRAIDE_BOT_APP_PASSWORD: 'bot.appPassword',
  ENTRAIDE_BOT_TENANT_ID: 'bot.tenantId',
  ENTRAIDE_SECOND_JUDGE_URL: 'secondJudge.url',
  ENTRAIDE_SECOND_JUDGE_MODEL: 'secondJudge.model',
  ENTRAIDE_SECOND_JUDGE_API_KEY: 'secondJudge.apiKey',
}

/**
 * @param overrides what the command line says; wins over all.
 * @returns the configuration, or every mistake with its place and how to mend it.
 */
export function readConfig(
  overrides: Partial<Config> = {},
  env: NodeJS.ProcessEnv = process.env,
): ConfigOutcome {
  const named = env.ENTRAIDE_CONFIG || null
  const file = named ?? 'entraide.json'
  const read = readFile(file, named !== null)
  if (read.kind === 'invalid') return read
  const raw = structuredClone(read.raw)
  for (const [name, path] of Object.entries(variables)) if (env[name]) put(raw, path.split('.'), env[name])
  const parsed = schema.safeParse({ ...raw, ...overrides })
  if (parsed.success) return { kind: 'read', config: deepFreeze(parsed.data) }
  return {
    kind: 'invalid',
    errors: parsed.error.issues.map((issue) => `${placeOf(issue.path, file)}: ${issue.message}`),
  }
}

function readFile(
  file: string,
  asked: boolean,
): { kind: 'file'; raw: Record<string, unknown> } | { kind: 'invalid'; errors: string[] } {
  if (!existsSync(file))
    return asked
      ? {
          kind: 'invalid',
          errors: [`ENTRAIDE_CONFIG names ${file}, which does not exist. Create it or unset the variable.`],
        }
      : { kind: 'file', raw: {} }
  try {
    return {
      kind: 'file',
      raw: z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(file, 'utf8'))),
    }
  } catch (error) {
    return {
      kind: 'invalid',
      errors: [`${file} is not a JSON object: ${error instanceof Error ? error.message : String(error)}`],
    }
  }
}

function placeOf(path: readonly PropertyKey[], file: string): string {
  const dotted = path.map(String).join('.')
  const variable = Object.entries(variables).find(([, target]) => target === dotted)?.[0]
  return variable ? `${dotted} (${variable} or ${file})` : `${dotted || 'the file'} (${file})`
}

function put(target: Record<string, unknown>, [head, ...rest]: readonly string[], value: string): void {
  if (head === undefined) return
  if (rest.length === 0) {
    target[head] = value
    return
  }
  const inner = (target[head] ?? {}) as Record<string, unknown>
  target[head] = inner
  put(inner, rest, value)
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(deepFreeze)
  return value
}
