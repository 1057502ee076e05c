// What a request passes before its handler: origin, roles, limits.
import { afterEach, describe, expect, it } from '@jest/globals'
import { addressKey, createFlood } from '../../src/http/flood.ts'
import type { Person, Route } from '../../src/ports/index.ts'
import { heldClock, type Served, serve } from './fixture.ts'

let served: Served | null = null
afterEach(async () => {
  await served?.http.stop()
  served = null
})

const reached = async () => new Response('reached')
const writing: Route = { method: 'POST', path: '/write', access: 'public', limit: 'post', handle: reached }

const person = (role: Person['role'], guest = false): Person => ({
  id: `p-${role}`,
  name: role,
  email: null,
  role,
  guest,
})

/** The cookie says who they are: the guard's business here, not the session's. */
const people = {
  personOf: async ({ headers }: { headers: Headers }) => {
    const [role, guest] = (headers.get('cookie') ?? '').replace('as=', '').split('-')
    return role ? person(role as Person['role'], guest === 'guest') : null
  },
}

describe('a post from a browser', () => {
  it.each([
    ['our own origin', (url: string) => ({ origin: url }), 200],
    [
      'our own origin by the machine’s other name',
      (url: string) => ({ origin: url.replace('127.0.0.1', 'localhost') }),
      200,
    ],
    ['a program, which says nothing', () => ({}), 200],
    ['another site', () => ({ origin: 'https://evil.example' }), 403],
    ['an opaque origin', () => ({ origin: 'null' }), 403],
    ['our host on another port', () => ({ origin: 'http://127.0.0.1:1' }), 403],
    [
      'another site, by fetch metadata',
      (url: string) => ({ origin: url, 'sec-fetch-site': 'cross-site' }),
      403,
    ],
    ['another site, by referer', () => ({ referer: 'https://evil.example/form' }), 403],
  ])('from %s', async (_, headers, status) => {
    served = await serve([writing])
    const answer = await fetch(`${served.url}/write`, {
      method: 'POST',
      headers: headers(served.url) as Record<string, string>,
    })
    expect(answer.status).toBe(status)
  })

  it('from another site reaches a webhook, which looks at a signature itself', async () => {
    served = await serve([{ ...writing, foreign: true }])
    const answer = await fetch(`${served.url}/write`, {
      method: 'POST',
      headers: { origin: 'https://evil.example' },
    })
    expect(answer.status).toBe(200)
  })
})

describe('roles', () => {
  const roles = ['customer', 'member', 'moderator', 'admin'] as const
  const table = roles.flatMap((has, rank) =>
    roles.map((needed, at) => [has, needed, rank >= at ? 200 : 403] as const),
  )

  it.each(table)('a %s at a route for %s is answered %i', async (has, needed, status) => {
    served = await serve([{ method: 'GET', path: '/api/x', access: needed, limit: 'api', handle: reached }], {
      people,
    })
    expect((await fetch(`${served.url}/api/x`, { headers: { cookie: `as=${has}` } })).status).toBe(status)
  })

  it('leads a visitor of a page to sign in and back, a program gets 401', async () => {
    served = await serve(
      [
        { method: 'GET', path: '/desk', access: 'moderator', limit: 'read', handle: reached },
        { method: 'GET', path: '/api/desk', access: 'moderator', limit: 'api', handle: reached },
      ],
      { people },
    )
    const page = await fetch(`${served.url}/desk?tab=2`, {
      redirect: 'manual',
      headers: { accept: 'text/html' },
    })
    expect([page.status, page.headers.get('location')]).toEqual([303, '/sign-in?next=%2Fdesk%3Ftab%3D2'])
    const api = await fetch(`${served.url}/api/desk`)
    expect([api.status, await api.json()]).toEqual([401, expect.objectContaining({ error: 'signIn' })])
    const guest = await fetch(`${served.url}/desk`, {
      redirect: 'manual',
      headers: { cookie: 'as=customer-guest' },
    })
    expect(guest.status).toBe(303)
    const known = await fetch(`${served.url}/desk`, {
      redirect: 'manual',
      headers: { cookie: 'as=customer' },
    })
    expect(known.status).toBe(403)
  })
})

describe('limits', () => {
  it('answers 429 with when to come back, and lets through again in time', async () => {
    served = await serve([writing], { limits: { post: { burst: 2, perMinute: 6 } } })
    const write = () =>
      fetch(`${served?.url}/write`, { method: 'POST', headers: { 'accept-language': 'fr' } })
    expect([(await write()).status, (await write()).status]).toEqual([200, 200])
    const refused = await write()
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '10'])
    expect(await refused.text()).toContain('Réessayez dans 10 secondes')
    served.clock.move(10_000)
    expect((await write()).status).toBe(200)
  })

  it('gives back what was typed into the refused form', async () => {
    served = await serve([{ ...writing, body: 'form' }], { limits: { post: { burst: 1, perMinute: 6 } } })
    const write = () =>
      fetch(`${served?.url}/write`, {
        method: 'POST',
        body: new URLSearchParams({ text: 'a long <b>story</b>', password: 'secret' }),
      })
    await write()
    const refused = await (await write()).text()
    expect(refused).toContain('a long &lt;b&gt;story&lt;/b&gt;</textarea>')
    expect(refused).not.toContain('secret')
  })

  it('counts a person over all their addresses, and believes a proxy only when told to', async () => {
    const limits = { post: { burst: 2, perMinute: 6 } }
    served = await serve([writing], { limits, people, trustProxy: true })
    const write = (ip: string, cookie: string) =>
      fetch(`${served?.url}/write`, {
        method: 'POST',
        headers: { 'x-forwarded-for': `9.9.9.9, ${ip}`, cookie },
      })
    expect((await write('1.0.0.1', 'as=member')).status).toBe(200)
    expect((await write('1.0.0.2', 'as=member')).status).toBe(200)
    expect((await write('1.0.0.3', 'as=member')).status).toBe(429)
    expect((await write('1.0.0.3', 'as=admin')).status).toBe(200)
    await served.http.stop()
    served = await serve([writing], { limits, people })
    const statuses = []
    for (const ip of ['1.0.0.1', '1.0.0.2', '1.0.0.3']) statuses.push((await write(ip, '')).status)
    expect(statuses).toEqual([200, 200, 429])
  })

  it('takes an IPv6 network as one address', () => {
    expect(addressKey('2001:db8:1:2:aaaa::1')).toBe(addressKey('2001:db8:1:2::9'))
    expect(addressKey('2001:db8:1:2::9')).not.toBe(addressKey('2001:db8:1:3::9'))
    expect(addressKey('::ffff:10.0.0.1')).toBe('10.0.0.1')
    expect(addressKey('::1')).toBe('0:0:0:0')
  })

  it('forgets nobody’s bucket while it is empty and never counts time backwards', () => {
    const clock = heldClock(1_000_000)
    const flood = createFlood(clock)
    const allowance = { burst: 1, perMinute: 60 }
    expect(flood.take('a', allowance)).toBeNull()
    clock.move(-60_000)
    expect(flood.take('a', allowance)).toBe(1000)
  })
})
