// The face of the people: who somebody is, how they come in, what they may do.
import type { Clock, Log, Person, Route, Store } from '../../ports/index.ts'
import { accountRoutes } from './account.ts'
import { isDemo, openGuest, type PersonRow, toPerson } from './accounts.ts'
import { peopleApi } from './api.ts'
import { createAuth, migratePeople, type OpenIdSettings } from './auth.ts'
import { demoPerson } from './demo.ts'
import type { PeopleDeps } from './deps.ts'
import { firstAdminToken } from './first-admin.ts'
import { sessionSecret } from './secret.ts'
import { signInRoutes } from './sign-in.ts'
import { signUpRoutes } from './sign-up.ts'
import { startRoutes } from './start.ts'

export type { OpenIdSettings } from './auth.ts'

export interface PeopleOptions {
  store: Store
  clock: Clock
  log: Log
  /** Signs the session cookies; null to have one made once and kept in the store. */
  secret: string | null
  /** The address people use, e.g. "https://aide.example.org". */
  url: string
  openId: OpenIdSettings | null
  /** One click signs in as a demo person. The caller makes sure that the server listens on loopback alone. */
  demo: boolean
}

export interface People {
  /** Who the session cookie stands for; null for a visitor. */
  personOf(request: { headers: Headers }): Promise<Person | null>
  /**
   * Somebody who writes with a name alone; `cookies` go out with the response as Set-Cookie.
   * @param key a secret of the form they sent: sent twice, it is one guest.
   */
  openGuest(name: string, key: string): Promise<{ person: Person; cookies: readonly string[] }>
  /** Start page, sign-in, sign-up, account, `/api/me`, `/api/people`, and the demo's doors where it is on. */
  routes(): Route[]
  /** The path of a fresh one-time link that makes the first admin; null once there is one. */
  firstAdminPath(): Promise<string | null>
  /** The demo person of a role, made at first use: whose name stands in the demo's threads. */
  demoPerson(role: Person['role']): Promise<Person>
}

/** Opens the people's room; makes or completes its tables first. */
export async function createPeople(options: PeopleOptions): Promise<People> {
  const { store, clock, log, url, openId, demo } = options
  const secret = await sessionSecret(store, options.secret)
  const auth = createAuth({ database: store.people, secret, url, openId, log })
  await migratePeople(auth)
  const deps: PeopleDeps = { auth, store, clock, openId, demo }
  return {
    personOf: async ({ headers }) => {
      const session = await auth.api.getSession({ headers })
      if (!session) return null
      const row = session.user as PersonRow
      // A session left over from a demonstration opens nothing once it is over.
      return isDemo(row) && !demo ? null : toPerson(row)
    },
    openGuest: (name, key) => openGuest(auth, name, key),
    routes: () => [
      ...startRoutes(deps),
      ...signInRoutes(deps),
      ...signUpRoutes(deps),
      ...accountRoutes(deps),
      ...peopleApi(deps),
    ],
    firstAdminPath: async () => {
      const token = await firstAdminToken(auth, store)
      return token && `/first-admin?token=${token}`
    },
    demoPerson: (role) => demoPerson(auth, role),
  }
}
