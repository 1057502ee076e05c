// The secret that signs session cookies: the operator's, or one made once and kept.
import { randomBytes } from 'node:crypto'
import type { Store } from '../../ports/index.ts'

const factName = 'people.secret'

/** @param given the configured secret; null to have one made and kept in the store. */
export async function sessionSecret(store: Store, given: string | null): Promise<string> {
  if (given) return given
  return store.transaction(async (tx) => {
    const kept = await tx.fact(factName)
    if (kept) return kept
    const made = randomBytes(32).toString('base64url')
    await tx.setFact(factName, made)
    return made
  })
}
