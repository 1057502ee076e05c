// The SDK behind a small door: who sends an activity is checked, a turn is run, a client posts without trying again.
import type { Activity, CloudAdapter, TurnContext } from 'botbuilder'
import type { BotSettings } from './deps.ts'

/** Whom a bot's token is for, by the Bot Framework's authentication rules. */
const audience = 'https://api.botframework.com'

export type Turn = (context: TurnContext) => Promise<void>

export interface Checked {
  /** Runs a turn and returns the body that an invoke is answered with. */
  run(turn: Turn): Promise<{ status: number; body?: unknown } | undefined>
}

export interface Gate {
  /** Null where the token is missing, wrong, or not for this bot and service. */
  check(activity: object, authorization: string): Promise<Checked | null>
  /** A client for what the bot posts by itself. */
  client(serviceUrl: string): Promise<Client>
}

/** The part of the SDK's client that the house posts through. */
export type Client = Awaited<ReturnType<Awaited<ReturnType<typeof openSdk>>['client']>>

/** The SDK takes half a second to load, so it is only when a bot is set up. */
export async function openGate(bot: BotSettings): Promise<Gate> {
  return openSdk(bot)
}

/** It would post up to four times by itself on 502, 504, 429 and resets; its options do not stop that. */
function dropRetries(client: object): void {
  const { pipeline } = (client as { client: { pipeline: { removePolicy(named: { name: string }): void } } })
    .client
  pipeline.removePolicy({ name: 'defaultRetryPolicy' })
}

async function openSdk({ appId, appPassword, tenantId }: BotSettings) {
  const { CloudAdapter, ConfigurationBotFrameworkAuthentication } = (await import('botbuilder')).default
  const authentication = new ConfigurationBotFrameworkAuthentication({
    MicrosoftAppId: appId,
    MicrosoftAppPassword: appPassword,
    MicrosoftAppTenantId: tenantId,
    MicrosoftAppType: tenantId === '' ? 'MultiTenant' : 'SingleTenant',
  })
  class Door extends CloudAdapter {
    turn(checked: Parameters<CloudAdapter['processActivityDirect']>[0], activity: Activity, turn: Turn) {
      return typeof checked === 'string'
        ? this.processActivity(checked, activity, turn)
        : this.processActivity(checked, activity, turn)
    }
    identity() {
      return this.createClaimsIdentity(appId)
    }
  }
  const door = new Door(authentication)
  return {
    async check(json: object, authorization: string): Promise<Checked | null> {
      const activity = json as Activity
      try {
        const checked = await authentication.authenticateRequest(activity, authorization)
        return { run: (turn) => door.turn(checked, activity, turn) }
      } catch {
        return null
      }
    },
    async client(serviceUrl: string) {
      const factory = authentication.createConnectorFactory(door.identity())
      const client = await factory.create(serviceUrl, audience)
      dropRetries(client)
      return client
    },
  }
}
