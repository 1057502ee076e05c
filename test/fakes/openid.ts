// An OpenID provider on loopback: discovery, keys, a sign-in that always agrees, tokens signed with a key of its own.

import { createSign, generateKeyPairSync } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface OpenIdFake {
  issuer: string
  /** Who signs in next. */
  person: { sub: string; name: string; email: string; email_verified: boolean }
  /** Tokens signed with another key than the one published. */
  forge: boolean
  stop(): Promise<void>
}

const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

export async function openIdFake(): Promise<OpenIdFake> {
  const [published, other] = [1, 2].map(() => generateKeyPairSync('rsa', { modulusLength: 2048 }))
  if (!published || !other) throw new Error('No keys were made.')
  let nonce: string | null = null
  const server = createServer((request, response) => {
    void answer(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const fake: OpenIdFake = {
    issuer,
    person: { sub: 'p-1', name: 'Odile Ferrand', email: 'odile@example.org', email_verified: true },
    forge: false,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }

  function token(): string {
    const now = Math.floor(Date.now() / 1000)
    const claims = {
      iss: issuer,
      aud: 'entraide',
      iat: now,
      exp: now + 300,
      ...(nonce && { nonce }),
      ...fake.person,
    }
    const head = `${base64({ alg: 'RS256', kid: 'k1', typ: 'JWT' })}.${base64(claims)}`
    const key = (fake.forge ? other : published)?.privateKey
    return key ? `${head}.${createSign('sha256').update(head).sign(key, 'base64url')}` : head
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', issuer)
    const json = (body: object) =>
      response.setHeader('content-type', 'application/json').end(JSON.stringify(body))
    switch (url.pathname) {
      case '/.well-known/openid-configuration':
        return void json({
          issuer,
          authorization_endpoint: `${issuer}/authorize`,
          token_endpoint: `${issuer}/token`,
          jwks_uri: `${issuer}/keys`,
          id_token_signing_alg_values_supported: ['RS256'],
        })
      case '/keys':
        return void json({
          keys: [{ ...published?.publicKey.export({ format: 'jwk' }), kid: 'k1', alg: 'RS256', use: 'sig' }],
        })
      case '/authorize': {
        nonce = url.searchParams.get('nonce')
        const back = new URL(url.searchParams.get('redirect_uri') ?? '')
        back.searchParams.set('code', 'the-code')
        back.searchParams.set('state', url.searchParams.get('state') ?? '')
        response.writeHead(302, { location: back.href })
        return void response.end()
      }
      case '/token':
        return void json({ access_token: 'a', token_type: 'Bearer', expires_in: 300, id_token: token() })
      default:
        response.statusCode = 404
        response.end()
    }
  }
  return fake
}
