// People over a real server and database: sign-up, sign-in, guests, first admin, roles, second factor, demo.
import { createHmac } from 'node:crypto'
import { afterEach, describe, expect, it } from '@jest/globals'
import type { Person, Route } from '../../../src/ports/index.ts'
import type { Visitor } from '../../fakes/visitor.ts'
import { type PeopleServed, servePeople } from './fixture.ts'

let served: PeopleServed
afterEach(() => served.close())

const account = { name: 'Nina Morel', email: 'nina@example.org', password: 'correct horse battery' }
const me = async (visitor: Visitor) =>
  ((await (await visitor.get('/api/me')).json()) as { person: Person | null }).person

async function firstAdmin(): Promise<Visitor> {
  const visitor = served.visitor()
  const path = (await served.people.firstAdminPath()) ?? ''
  await visitor.post(path, { name: 'Alma', email: 'alma@example.org', password: 'a long password' })
  return visitor
}

describe('signing up and in', () => {
  it('makes a member, whose session lasts over requests, and ends it', async () => {
    served = await servePeople()
    const visitor = served.visitor()
    expect(await me(visitor)).toBeNull()
    const up = await visitor.post('/sign-up?next=%2Fc%2Fluma', account)
    expect([up.status, up.headers.get('location')]).toEqual([303, '/c/luma'])
    expect(up.headers.getSetCookie()[0]).toMatch(/HttpOnly; SameSite=Lax/i)
    expect(await me(visitor)).toMatchObject({
      name: 'Nina Morel',
      email: 'nina@example.org',
      role: 'member',
      guest: false,
    })
    await visitor.post('/sign-out', {})
    expect(await me(visitor)).toBeNull()
    const back = await visitor.post('/sign-in', { email: 'NINA@example.org', password: account.password })
    expect(back.status).toBe(303)
    expect(await me(visitor)).toMatchObject({ name: 'Nina Morel' })
  })

  it('gives cookies to https alone where the address is https', async () => {
    served = await servePeople({ url: 'https://aide.example.org' })
    const up = await served.visitor().post('/sign-up', account)
    expect(up.headers.getSetCookie()[0]).toMatch(/^__Secure-.*; Secure/i)
  })

  it.each([
    [{ ...account, name: ' \u200b ' }, 'Tell us a name.'],
    [{ ...account, email: 'nina@' }, 'does not look like an e-mail'],
    [{ ...account, password: 'short' }, '10 to 128'],
  ])('keeps what was typed and says what is wrong (%#)', async (fields, sentence) => {
    served = await servePeople()
    const visitor = served.visitor()
    const answer = await visitor.post('/sign-up', fields)
    expect(answer.status).toBe(422)
    const text = await answer.text()
    expect(text).toContain(sentence)
    expect(text).toContain(`value="${fields.email}"`)
    expect(text).not.toContain(fields.password)
    expect(await me(visitor)).toBeNull()
  })

  it('does not make two accounts for one e-mail, nor run what a name contains', async () => {
    served = await servePeople()
    await served.visitor().post('/sign-up', account)
    const again = await served.visitor().post('/sign-up', { ...account, name: '"><script>alert(1)</script>' })
    expect(again.status).toBe(422)
    const text = await again.text()
    expect(text).toContain('already an account')
    expect(text).not.toContain('<script>')
  })

  it('makes one account of two forms with one e-mail at the same time', async () => {
    served = await servePeople()
    const answers = await Promise.all([1, 2, 3].map(() => served.visitor().post('/sign-up', account)))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 422, 422])
  })

  it('refuses a wrong password, and after ten guesses even the right one for a while', async () => {
    served = await servePeople()
    await served.visitor().post('/sign-up', account)
    const visitor = served.visitor()
    const guess = async (password: string) =>
      (await visitor.post('/sign-in', { email: account.email, password })).status
    for (let at = 0; at < 10; at++) expect(await guess('not the password')).toBe(422)
    expect(await guess(account.password)).toBe(422)
    served.clock.move(60_000)
    expect(await guess(account.password)).toBe(303)
  })
})

describe('guests', () => {
  it('write with a name alone, and stay themselves when they sign up', async () => {
    const ask: Route = {
      method: 'POST',
      path: '/ask',
      access: 'public',
      limit: 'post',
      handle: async () => {
        const { person, cookies } = await served.people.openGuest('  Zo\u202ee \n', 'key of the form')
        return Response.json(person, {
          headers: cookies.map((cookie) => ['set-cookie', cookie] as [string, string]),
        })
      },
    }
    served = await servePeople({}, [ask])
    const visitor = served.visitor()
    const guest = (await (await visitor.post('/ask', {})).json()) as Person
    expect(guest).toMatchObject({ name: 'Zoe', email: null, role: 'customer', guest: true })
    expect(await me(visitor)).toEqual(guest)
    await visitor.post('/sign-up', account)
    expect(await me(visitor)).toMatchObject({
      id: guest.id,
      guest: false,
      role: 'member',
      name: 'Nina Morel',
    })
    const elsewhere = served.visitor()
    await elsewhere.post('/sign-in', account)
    expect(await me(elsewhere)).toMatchObject({ id: guest.id })
  })
})

describe('the first admin', () => {
  it('is made through the link, once', async () => {
    served = await servePeople()
    const path = (await served.people.firstAdminPath()) ?? ''
    const visitor = served.visitor()
    expect(await (await visitor.get(path)).text()).toContain('Make the first admin')
    const mistyped = await visitor.post(path, { name: 'Alma', email: 'alma', password: 'a long password' })
    expect(mistyped.status).toBe(422)
    const made = await visitor.post(path, {
      name: 'Alma',
      email: 'alma@example.org',
      password: 'a long password',
    })
    expect(made.status).toBe(303)
    expect(await me(visitor)).toMatchObject({ role: 'admin' })
    const second = await served.visitor().post(path, { ...account })
    expect(second.status).toBe(410)
    expect((await served.visitor().get(path)).status).toBe(410)
    expect(await served.people.firstAdminPath()).toBeNull()
  })

  it('cannot be guessed, and a newer link kills the older', async () => {
    served = await servePeople()
    const old = (await served.people.firstAdminPath()) ?? ''
    await served.people.firstAdminPath()
    expect((await served.visitor().post(old, account)).status).toBe(410)
    expect((await served.visitor().post('/first-admin?token=', account)).status).toBe(410)
    const kept = await served.store.read((tx) => tx.fact('people.firstAdmin'))
    expect(old).not.toContain(kept ?? 'nothing')
  })

  it('is one, however many click at once', async () => {
    served = await servePeople()
    const path = (await served.people.firstAdminPath()) ?? ''
    const clicks = [1, 2, 3].map((at) =>
      served.visitor().post(path, { ...account, email: `a${at}@example.org` }),
    )
    const statuses = (await Promise.all(clicks)).map(({ status }) => status)
    expect(statuses.toSorted()).toEqual([303, 410, 410])
  })
})

describe('roles', () => {
  it('are given by admins alone, take effect at once, and are written down', async () => {
    served = await servePeople()
    const admin = await firstAdmin()
    const nina = served.visitor()
    await nina.post('/sign-up', account)
    const { id } = (await me(nina)) as Person
    expect((await nina.send('PUT', `/api/people/${id}/role`, { role: 'admin' })).status).toBe(403)
    expect((await served.visitor().get('/api/people')).status).toBe(401)
    const changed = await admin.send('PUT', `/api/people/${id}/role`, { role: 'moderator' })
    expect(changed.status).toBe(200)
    expect(await me(nina)).toMatchObject({ role: 'moderator' })
    const { people } = (await (await admin.get('/api/people')).json()) as { people: Person[] }
    expect(people.map(({ role }) => role).toSorted()).toEqual(['admin', 'moderator'])
    const audit = await served.store.read((tx) => tx.auditOf({ what: ['role'], limit: 5 }))
    expect(audit).toHaveLength(1)
    expect(audit[0]?.details).toMatchObject({ person: id, before: 'member', after: 'moderator' })
  })

  it('refuses an unknown role, an unknown person and the last admin’s leaving, naming why', async () => {
    served = await servePeople()
    const admin = await firstAdmin()
    const { id } = (await me(admin)) as Person
    const put = async (person: string, role: string) => {
      const answer = await admin.send('PUT', `/api/people/${person}/role`, { role })
      return [answer.status, await answer.json()]
    }
    expect(await put(id, 'king')).toEqual([400, expect.objectContaining({ field: 'role' })])
    expect(await put('nobody', 'member')).toEqual([404, expect.objectContaining({ error: 'notFound' })])
    expect(await put(id, 'member')).toEqual([409, expect.objectContaining({ error: 'lastAdmin' })])
    expect(await me(admin)).toMatchObject({ role: 'admin' })
  })
})

describe('the second factor', () => {
  it('is asked at sign-in once set up; a backup code works once', async () => {
    served = await servePeople()
    const visitor = served.visitor()
    await visitor.post('/sign-up', account)
    expect((await visitor.post('/account/second-factor', { password: 'wrong one' })).status).toBe(200)
    const setUp = await (await visitor.post('/account/second-factor', { password: account.password })).text()
    const [key = '', ...backup] = [...setUp.matchAll(/<code>([^<]+)<\/code>/g)].map((found) => found[1] ?? '')
    const confirmed = await visitor.post('/account/second-factor/confirm', {
      code: totp(key.replaceAll(' ', ''), Date.now()),
    })
    expect(confirmed.status).toBe(303)

    const again = served.visitor()
    const first = await again.post('/sign-in?next=/account', {
      email: account.email,
      password: account.password,
    })
    expect(first.headers.get('location')).toBe('/sign-in/code?next=/account')
    expect(await me(again)).toBeNull()
    expect((await again.post('/sign-in/code', { code: '000000' })).status).toBe(422)
    const second = await again.post('/sign-in/code?next=/account', { code: backup[0] ?? '' })
    expect([second.status, second.headers.get('location')]).toEqual([303, '/account'])
    expect(await me(again)).toMatchObject({ name: 'Nina Morel' })

    const third = served.visitor()
    await third.post('/sign-in', { email: account.email, password: account.password })
    expect((await third.post('/sign-in/code', { code: backup[0] ?? '' })).status).toBe(422)
    expect(await me(third)).toBeNull()
  })
})

describe('the account page', () => {
  it('changes the password and signs other sessions out', async () => {
    served = await servePeople()
    const visitor = served.visitor()
    await visitor.post('/sign-up', account)
    const other = served.visitor()
    await other.post('/sign-in', account)
    const wrong = await visitor.post('/account/password', {
      current: 'not this one',
      new: 'another password',
    })
    expect(await wrong.text()).toContain('The password is not right.')
    await visitor.post('/account/password', { current: account.password, new: 'another password' })
    expect(await me(visitor)).toMatchObject({ name: 'Nina Morel' })
    expect(await me(other)).toBeNull()
    expect((await served.visitor().post('/sign-in', account)).status).toBe(422)
  })
})

describe('the demonstration', () => {
  it('signs in with one click as each role, and is not there otherwise', async () => {
    served = await servePeople({ demo: true })
    for (const role of ['customer', 'member', 'moderator', 'admin'] as const) {
      const visitor = served.visitor()
      const answer = await visitor.post('/demo/sign-in', { role })
      expect(answer.status).toBe(303)
      expect(await me(visitor)).toMatchObject({ role, id: (await served.people.demoPerson(role)).id })
    }
    expect((await served.visitor().post('/demo/sign-in', { role: 'king' })).status).toBe(400)
    expect(await served.people.firstAdminPath()).not.toBeNull()
    await served.close()
    served = await servePeople()
    expect((await served.visitor().post('/demo/sign-in', { role: 'admin' })).status).toBe(404)
  })
})

/** RFC 6238 over SHA-1, 30 s, six digits; `key` in base32. */
function totp(key: string, at: number): string {
  const bits = [...key]
    .map((sign) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(sign).toString(2).padStart(5, '0'))
    .join('')
  const bytes = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)))
  const mac = createHmac('sha1', bytes).update(counter).digest()
  const offset = (mac.at(-1) ?? 0) & 15
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}
