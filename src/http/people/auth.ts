// better-auth over the house's own database: sessions, passwords, a second factor, an optional OpenID provider.
import { betterAuth } from 'better-auth'
import { createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { getMigrations } from 'better-auth/db/migration'
import { genericOAuth, twoFactor } from 'better-auth/plugins'
import type { Log, PeopleDatabase } from '../../ports/index.ts'

export interface OpenIdSettings {
  /** Shown on the button. */
  name: string
  /** The provider's issuer address, whose /.well-known/openid-configuration is read. */
  issuer: string
  clientId: string
  clientSecret: string
}

export interface AuthOptions {
  database: PeopleDatabase
  secret: string
  /** The address people use; decides whether cookies are for https alone. */
  url: string
  openId: OpenIdSettings | null
  log: Log
}

export const openIdProvider = 'openid'
export const shortestPassword = 10
export const longestPassword = 128
const sessionSeconds = 30 * 24 * 3600

export type Auth = ReturnType<typeof createAuth>

/** Opens a session for a person already known to be who they are: a new guest, the first admin, a demo person. */
const enter = {
  id: 'enter',
  endpoints: {
    enter: createAuthEndpoint.serverOnly(
      { method: 'POST', metadata: { $Infer: { body: {} as { userId: string } } } },
      async (ctx) => {
        const { userId } = ctx.body
        const user = await ctx.context.internalAdapter.findUserById(userId)
        if (!user) throw new Error('A session was asked for somebody who is not there.')
        const session = await ctx.context.internalAdapter.createSession(userId)
        await setSessionCookie(ctx, { session, user })
        return ctx.json({ id: userId })
      },
    ),
  },
} as const

export function createAuth({ database, secret, url, openId, log }: AuthOptions) {
  const https = url.startsWith('https:')
  return betterAuth({
    appName: 'Entraide',
    baseURL: url,
    basePath: '/api/auth',
    secret,
    database: { db: database.db as never, type: database.type },
    user: {
      modelName: 'person',
      additionalFields: {
        role: { type: 'string', required: true, defaultValue: 'member', input: false },
        guest: { type: 'boolean', required: true, defaultValue: false, input: false },
      },
    },
    session: { modelName: 'person_session', expiresIn: sessionSeconds, disableSessionRefresh: true },
    account: { modelName: 'person_account', encryptOAuthTokens: true },
    verification: { modelName: 'person_verification' },
    emailAndPassword: {
      enabled: true,
      minPasswordLength: shortestPassword,
      maxPasswordLength: longestPassword,
    },
    plugins: [
      enter,
      twoFactor({ issuer: 'Entraide', twoFactorTable: 'person_second_factor' }),
      ...(openId ? [genericOAuth({ config: [openIdConfig(openId)] })] : []),
    ],
    advanced: {
      cookiePrefix: 'entraide',
      useSecureCookies: https,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', secure: https, path: '/' },
    },
    // Limits are the server's own, in one place for all routes.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: {
      level: 'error',
      log: (_level, message) => log.warn('People', { message: message.slice(0, 200) }),
    },
  })
}

function openIdConfig({ name, issuer, clientId, clientSecret }: OpenIdSettings) {
  return {
    providerId: openIdProvider,
    name,
    discoveryUrl: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
    requireIdTokenVerification: true,
    clientId,
    clientSecret,
    scopes: ['openid', 'email', 'profile'],
    pkce: true,
  }
}

/** Makes or completes the people's tables; safe to run at every start. */
export async function migratePeople(auth: Auth): Promise<void> {
  const { runMigrations } = await getMigrations(auth.options)
  await runMigrations()
}
