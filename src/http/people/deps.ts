// What the people's pages are given.
import type { Clock, Store } from '../../ports/index.ts'
import type { Auth, OpenIdSettings } from './auth.ts'

export interface PeopleDeps {
  auth: Auth
  store: Store
  clock: Clock
  openId: OpenIdSettings | null
  /** One-click sign-in as the demo's people; only where the server listens on loopback alone. */
  demo: boolean
}
