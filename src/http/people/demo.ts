// The demonstration's four people, entered with one click. Only ever mounted on loopback in demo mode.
import type { Person } from '../../ports/index.ts'
import { demoEmail, enter, type PersonRow, toPerson } from './accounts.ts'
import type { Auth } from './auth.ts'

const names: Record<Person['role'], string> = {
  customer: 'Camille Roux',
  member: 'Noé Lambert',
  moderator: 'Maya Benali',
  admin: 'Alix Garnier',
}

/** The demo person of a role, made at first use. They have no password: the demo's door is their only one. */
export async function demoPerson(auth: Auth, role: Person['role']): Promise<Person> {
  const { internalAdapter } = await auth.$context
  const email = demoEmail(role)
  const known = (await internalAdapter.findUserByEmail(email))?.user
  const row = { name: names[role], email, emailVerified: false, role, guest: false }
  const user = known ?? (await internalAdapter.createUser(row, { method: 'email-password' }))
  return toPerson(user as unknown as PersonRow)
}

/** Signs in as the demo person of this role; gives the session's cookies. */
export async function enterDemo(auth: Auth, role: Person['role']): Promise<string[]> {
  const { id } = await demoPerson(auth, role)
  return (await enter(auth, id)).cookies
}
