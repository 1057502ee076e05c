// Signing in with an OpenID provider, over the wire against a provider on loopback.
import { afterEach, beforeEach, expect, it } from '@jest/globals'
import type { Person } from '../../../src/ports/index.ts'
import { type OpenIdFake, openIdFake } from '../../fakes/openid.ts'
import type { Visitor } from '../../fakes/visitor.ts'
import { type PeopleServed, servePeople } from './fixture.ts'

let provider: OpenIdFake
let served: PeopleServed
beforeEach(async () => {
  provider = await openIdFake()
  const openId = { name: 'Annuaire', issuer: provider.issuer, clientId: 'entraide', clientSecret: 'secret' }
  served = await servePeople({ openId })
})
afterEach(async () => {
  await served.close()
  await provider.stop()
})

const me = async (visitor: Visitor) =>
  ((await (await visitor.get('/api/me')).json()) as { person: Person | null }).person

/** From our page to the provider, which agrees, and back. */
async function comeBack(visitor: Visitor, next = '/c/luma'): Promise<string> {
  const away = await visitor.get(`/sign-in/openid?next=${encodeURIComponent(next)}`)
  const agreed = await fetch(away.headers.get('location') ?? '', { redirect: 'manual' })
  const back = new URL(agreed.headers.get('location') ?? served.url)
  const done = await visitor.get(back.pathname + back.search)
  return done.headers.get('location') ?? ''
}

it('makes a member of who the provider says it is, and knows them again', async () => {
  const visitor = served.visitor()
  expect(await (await visitor.get('/sign-in')).text()).toContain('Sign in with Annuaire')
  expect(new URL(await comeBack(visitor), served.url).pathname).toBe('/c/luma')
  const first = await me(visitor)
  expect(first).toMatchObject({
    name: 'Odile Ferrand',
    email: 'odile@example.org',
    role: 'member',
    guest: false,
  })
  const again = served.visitor()
  await comeBack(again)
  expect((await me(again))?.id).toBe(first?.id)
})

it('does not believe a token that the provider’s key did not sign', async () => {
  provider.forge = true
  const visitor = served.visitor()
  expect(await comeBack(visitor)).toContain('failed=openid')
  expect(await me(visitor)).toBeNull()
})

it('does not believe a way back that did not begin here', async () => {
  const visitor = served.visitor()
  const answered = await visitor.get('/api/auth/callback/openid?code=the-code&state=made-up')
  expect(answered.headers.get('location') ?? '').not.toContain('/c/')
  expect(await me(visitor)).toBeNull()
})

it('does not take over an account made here with the same e-mail, which nobody has verified', async () => {
  const account = { name: 'Somebody', email: provider.person.email, password: 'a long password' }
  await served.visitor().post('/sign-up', account)
  const visitor = served.visitor()
  await comeBack(visitor)
  expect(await me(visitor)).toBeNull()
})

it('says so when the provider is away', async () => {
  await provider.stop()
  const openId = { name: 'Annuaire', issuer: provider.issuer, clientId: 'entraide', clientSecret: 'secret' }
  await served.close()
  served = await servePeople({ openId })
  const visitor = served.visitor()
  const away = await visitor.get('/sign-in/openid')
  expect(away.headers.get('location')).toBe('/sign-in?failed=openid')
  expect(await (await visitor.get('/sign-in?failed=openid')).text()).toContain('Annuaire did not work')
})
