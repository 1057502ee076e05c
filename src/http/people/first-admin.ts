// The one-time link that makes the first admin: only its hash is kept, and it dies with its use.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Store } from '../../ports/index.ts'
import { countAdmins, type NewAccount, type SignedUp, signUp } from './accounts.ts'
import type { Auth } from './auth.ts'

const factName = 'people.firstAdmin'
const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()

/**
 * A fresh token while there is no admin (the one before dies, since it cannot be shown again); null once there is.
 */
export async function firstAdminToken(auth: Auth, store: Store): Promise<string | null> {
  if ((await countAdmins(auth)) > 0) return null
  const token = randomBytes(24).toString('base64url')
  await store.transaction((tx) => tx.setFact(factName, hashOf(token).toString('hex')))
  return token
}

export async function isFirstAdminToken(store: Store, token: string): Promise<boolean> {
  const kept = await store.read((tx) => tx.fact(factName))
  return kept !== null && kept !== '' && timingSafeEqual(Buffer.from(kept, 'hex'), hashOf(token))
}

/** Null when the token is not (or no longer) good. A mistyped e-mail does not use it up. */
export async function createFirstAdmin(
  auth: Auth,
  store: Store,
  token: string,
  account: NewAccount,
): Promise<SignedUp | null> {
  // Taken out before use: two clicks at once make one admin.
  const taken = await store.transaction(async (tx) => {
    const kept = await tx.fact(factName)
    if (!kept || !timingSafeEqual(Buffer.from(kept, 'hex'), hashOf(token))) return null
    await tx.setFact(factName, '')
    return kept
  })
  if (taken === null) return null
  const outcome = await signUp(auth, account, { role: 'admin', guest: null })
  if (outcome.kind === 'refused') await store.transaction((tx) => tx.setFact(factName, taken))
  return outcome
}
