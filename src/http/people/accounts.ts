// Accounts: guests, sign-up, the first admin, roles. What better-auth has no endpoint for, over its own tables.
import { createHash } from 'node:crypto'
import type { Person } from '../../ports/index.ts'
import { type Auth, longestPassword, shortestPassword } from './auth.ts'

/** A person as their row is kept. */
export interface PersonRow {
  id: string
  name: string
  email: string
  role: string
  guest: boolean
  createdAt: Date
  twoFactorEnabled?: boolean | null
}

export interface NewAccount {
  name: string
  email: string
  password: string
}

export type AccountFault = 'name' | 'email' | 'password' | 'taken'
export type Entered = { kind: 'entered'; id: string; cookies: string[] }
export type SignedUp = Entered | { kind: 'refused'; fault: AccountFault }

export const roles = ['customer', 'member', 'moderator', 'admin'] as const
const longestName = 60
const longestEmail = 254

const demoDomain = '@demo.invalid'

export const demoEmail = (role: Person['role']): string => role + demoDomain
export const isDemo = ({ email }: { email: string }): boolean => email.endsWith(demoDomain)
export const isRole = (text: unknown): text is Person['role'] => roles.some((role) => role === text)

export function toPerson(row: PersonRow): Person {
  return {
    id: row.id,
    name: row.name,
    email: row.guest ? null : row.email,
    role: isRole(row.role) ? row.role : 'customer',
    guest: Boolean(row.guest),
  }
}

/** One line, no control or direction-changing signs, so that nobody can pass for somebody else by invisible letters. */
export function cleanName(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, longestName)
}

/** Opens a session and gives its cookies. */
export async function enter(auth: Auth, userId: string): Promise<Entered> {
  const { headers } = await auth.api.enter({ body: { userId }, returnHeaders: true })
  return { kind: 'entered', id: userId, cookies: headers.getSetCookie() }
}

/**
 * Somebody who asks with a name alone; the session ties them to what they wrote.
 * @param key the form's secret one-time key: the same form sent twice is the same guest.
 */
export async function openGuest(
  auth: Auth,
  name: string,
  key: string,
): Promise<{ person: Person; cookies: readonly string[] }> {
  const { internalAdapter } = await auth.$context
  const email = `guest-${createHash('sha256').update(`guest ${key}`).digest('hex').slice(0, 40)}@guest.invalid`
  const find = async () => (await internalAdapter.findUserByEmail(email))?.user as PersonRow | undefined
  const create = async () => {
    const row = { name: cleanName(name), email, emailVerified: false, role: 'customer', guest: true }
    return (await internalAdapter.createUser(row, { method: 'anonymous' })) as unknown as PersonRow
  }
  // Two sends at once: the e-mail is unique, so the later one finds what the earlier one made.
  const createOrFind = () =>
    create().catch(async (error: unknown) => {
      const made = await find()
      if (!made) throw error
      return made
    })
  const user = (await find()) ?? (await createOrFind())
  const { cookies } = await enter(auth, user.id)
  return { person: toPerson(user), cookies }
}

/** A guest who signs up stays the same person, so that their questions stay theirs. */
export async function signUp(
  auth: Auth,
  account: NewAccount,
  options: { role: Person['role']; guest: Person | null },
): Promise<SignedUp> {
  const name = cleanName(account.name)
  const email = account.email.trim().toLowerCase()
  const fault = await faultOf(auth, { name, email, password: account.password })
  if (fault) return { kind: 'refused', fault }
  const { internalAdapter, password } = await auth.$context
  const hash = await password.hash(account.password)
  const row = { name, email, emailVerified: false, role: options.role, guest: false }
  const write = () =>
    options.guest
      ? internalAdapter.updateUser(options.guest.id, row)
      : internalAdapter.createUser(row, { method: 'email-password' })
  const user = await write().catch(async (error: unknown) => {
    // Somebody else's form with the same e-mail was quicker; the database lets one through.
    if (await internalAdapter.findUserByEmail(email)) return null
    throw error
  })
  if (!user) return { kind: 'refused', fault: 'taken' }
  await internalAdapter.linkAccount({
    userId: user.id,
    providerId: 'credential',
    accountId: user.id,
    password: hash,
  } as never)
  return enter(auth, user.id)
}

async function faultOf(auth: Auth, { name, email, password }: NewAccount): Promise<AccountFault | null> {
  if (name === '') return 'name'
  if (email.length > longestEmail || !/^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]+$/.test(email)) return 'email'
  if (password.length < shortestPassword || password.length > longestPassword) return 'password'
  const { internalAdapter } = await auth.$context
  return (await internalAdapter.findUserByEmail(email)) ? 'taken' : null
}

export type RoleChange =
  | { kind: 'changed'; person: Person; before: Person['role'] }
  | { kind: 'notFound' }
  /** A guest has no account that could be trusted with more. */
  | { kind: 'guest' }
  /** Nobody would be left to give roles. */
  | { kind: 'lastAdmin' }

export async function changeRole(auth: Auth, id: string, role: Person['role']): Promise<RoleChange> {
  const { internalAdapter } = await auth.$context
  const row = (await internalAdapter.findUserById(id)) as PersonRow | null
  if (!row) return { kind: 'notFound' }
  const { role: before, guest } = toPerson(row)
  if (guest) return { kind: 'guest' }
  if (before === 'admin' && role !== 'admin' && (await countAdmins(auth)) < 2) return { kind: 'lastAdmin' }
  await internalAdapter.updateUser(id, { role })
  return { kind: 'changed', person: toPerson({ ...row, role }), before }
}

/** The demonstration's people do not count: they are nobody once it is over. */
export async function countAdmins(auth: Auth): Promise<number> {
  const { adapter } = await auth.$context
  const admins = await adapter.findMany<PersonRow>({
    model: 'user',
    where: [{ field: 'role', value: 'admin' }],
  })
  return admins.filter((row) => !isDemo(row)).length
}

/** People with an account, newest first. */
export async function listPeople(auth: Auth, limit = 500): Promise<PersonRow[]> {
  const { adapter } = await auth.$context
  return adapter.findMany<PersonRow>({
    model: 'user',
    where: [{ field: 'guest', value: false }],
    sortBy: { field: 'createdAt', direction: 'desc' },
    limit,
  })
}
