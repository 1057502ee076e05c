// What the Bot Framework room is given.
import type { Log, PageSettings, Store, TakeIn } from '../../ports/index.ts'

export interface BotSettings {
  appId: string
  appPassword: string
  tenantId: string
  /** Without an app id anybody on this machine may speak to the bot. */
  anonymousOnLoopback: boolean
  /** Team, channel or conversation id -> page id. */
  pages: Readonly<Record<string, string>>
  /** Teams users who are the brand: their posts are the brand's own. */
  brandUsers: readonly string[]
}

export interface BotDeps {
  bot: BotSettings
  /** The server listens on this machine alone. */
  loopback: boolean
  store: Pick<Store, 'read' | 'transaction'>
  takeIn: TakeIn
  pages(): Promise<readonly PageSettings[]>
  log: Log
}

export const channelName = 'msteams'

/** Teams takes about 28 KB a message; a reply stays far below. */
export const longestMessage = 10_000
