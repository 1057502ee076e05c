// The server over real sockets: bodies, errors, headers, streams, stopping.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from '@jest/globals'
import type { Route } from '../../src/ports/index.ts'
import { rawExchange, type Served, serve } from './fixture.ts'

let served: Served | null = null
afterEach(async () => {
  await served?.http.stop()
  served = null
})

const route = (parts: Partial<Route> & Pick<Route, 'path' | 'handle'>): Route => ({
  method: 'GET',
  access: 'public',
  limit: 'read',
  ...parts,
})

const echoJson = route({
  method: 'POST',
  path: '/api/echo',
  limit: 'api',
  body: 'json',
  maxBytes: 1000,
  handle: async (request) => Response.json({ got: await request.json() }),
})

const post = (
  path: string,
  body: BodyInit,
  headers: Record<string, string> = { 'content-type': 'application/json' },
) => fetch(`${served?.url}${path}`, { method: 'POST', body, headers })

describe('routing', () => {
  it('gives parameters, query and a URL that the Host header cannot steer', async () => {
    served = await serve([
      route({
        path: '/c/:page/threads/:id',
        handle: async (request, { params }) => Response.json({ params, url: request.url }),
      }),
    ])
    const text = await rawExchange(served.port, [
      'GET /c/a%20b/threads/7?q=x HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n',
    ])
    expect(text).toContain('"params":{"page":"a b","id":"7"}')
    expect(text).toContain(`"url":"${served.url}/c/a%20b/threads/7?q=x"`)
  })

  it('answers an unknown page with a page, an unknown API address with JSON, in the reader’s language', async () => {
    served = await serve([echoJson])
    const page = await fetch(`${served.url}/nowhere`, {
      headers: { accept: 'text/html', 'accept-language': 'fr' },
    })
    expect(page.status).toBe(404)
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(await page.text()).toContain('Cette page n’existe pas')
    const api = await fetch(`${served.url}/api/nowhere`)
    expect(api.status).toBe(404)
    expect(await api.json()).toMatchObject({ error: 'notFound' })
  })

  it('answers 405 to a wrong method and names the right one', async () => {
    served = await serve([echoJson])
    const answer = await fetch(`${served.url}/api/echo`)
    expect(answer.status).toBe(405)
    expect(answer.headers.get('allow')).toContain('POST')
  })

  it.each(['/%E0%A4%A', '//evil.example/x', 'http://evil.example/'])(
    'survives the odd target %s',
    async (target) => {
      served = await serve([echoJson])
      const text = await rawExchange(served.port, [
        `GET ${target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
      ])
      expect(text).toMatch(/^HTTP\/1.1 4\d\d /)
      expect((await post('/api/echo', '1')).status).toBe(200)
    },
  )

  it('answers HEAD as GET without its body', async () => {
    served = await serve([route({ path: '/x', handle: async () => new Response('hello') })])
    const answer = await fetch(`${served.url}/x`, { method: 'HEAD' })
    expect(answer.status).toBe(200)
    expect(await answer.text()).toBe('')
  })
})

describe('bodies', () => {
  it('keeps the raw bytes for signatures', async () => {
    const raw = route({
      method: 'POST',
      path: '/hook',
      limit: 'webhook',
      foreign: true,
      handle: async (request) => new Response(await request.arrayBuffer()),
    })
    served = await serve([raw])
    const bytes = new Uint8Array([0, 255, 13, 10, 123])
    const answer = await post('/hook', bytes, { 'content-type': 'application/octet-stream' })
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(bytes)
  })

  it.each([
    ['another content type', 'a=1', { 'content-type': 'text/plain' }, 415, 'wrongType'],
    ['no JSON', '{"a":', { 'content-type': 'application/json' }, 400, 'notJson'],
    [
      'bytes that are not UTF-8',
      new Uint8Array([34, 0xff, 34]),
      { 'content-type': 'application/json' },
      400,
      'notUtf8',
    ],
    ['another charset', '"é"', { 'content-type': 'application/json; charset=latin1' }, 400, 'notUtf8'],
    [
      'a compressed body',
      '1',
      { 'content-type': 'application/json', 'content-encoding': 'gzip' },
      415,
      'encoded',
    ],
    [
      'too many bytes',
      JSON.stringify('x'.repeat(2000)),
      { 'content-type': 'application/json' },
      413,
      'tooLarge',
    ],
  ])('refuses %s', async (_, body, headers, status, error) => {
    served = await serve([echoJson])
    const answer = await post('/api/echo', body, headers as unknown as Record<string, string>)
    expect(answer.status).toBe(status)
    expect(await answer.json()).toMatchObject({ error })
    expect((await post('/api/echo', '{"still":"alive"}')).status).toBe(200)
  })

  it('refuses an endless body of undeclared length as soon as it passes the limit', async () => {
    served = await serve([echoJson])
    const piece = 'x'.repeat(900)
    const chunk = `${piece.length.toString(16)}\r\n${piece}\r\n`
    const text = await rawExchange(served.port, [
      'POST /api/echo HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n',
      chunk,
      chunk,
    ])
    expect(text).toContain('413')
  })

  it('refuses a form whose percent signs do not make UTF-8', async () => {
    const form = route({
      method: 'POST',
      path: '/form',
      limit: 'post',
      body: 'form',
      handle: async (request) => new Response(String((await request.formData()).get('text'))),
    })
    served = await serve([form])
    const type = { 'content-type': 'application/x-www-form-urlencoded' }
    expect((await post('/form', 'text=%FF', type)).status).toBe(400)
    const fine = await post('/form', 'text=%C3%A9t%C3%A9+100%25+50%', type)
    expect(await fine.text()).toBe('été 100% 50%')
  })

  it('closes a peer that sends its headers too slowly', async () => {
    served = await serve([echoJson], { timeouts: { headersMs: 150, requestMs: 200, checkMs: 50 } })
    const text = await rawExchange(served.port, ['POST /api/echo HTTP/1.1\r\nHost: x\r\nX-Slow: '])
    expect(text).toContain('408')
  })

  it('closes a peer that sends its body too slowly', async () => {
    served = await serve([echoJson], { timeouts: { headersMs: 150, requestMs: 200, checkMs: 50 } })
    const text = await rawExchange(served.port, [
      'POST /api/echo HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 10\r\n\r\n{"a"',
    ])
    expect(text).toContain('408')
  })

  it('refuses headers beyond 16 KiB', async () => {
    served = await serve([echoJson])
    const text = await rawExchange(served.port, [
      `GET / HTTP/1.1\r\nHost: x\r\nX-Big: ${'x'.repeat(20_000)}\r\n\r\n`,
    ])
    expect(text).toContain('431')
  })
})

describe('failures', () => {
  it('answers 500 with a reference that is in the log, and tells neither body nor address', async () => {
    const broken = route({
      method: 'POST',
      path: '/api/broken/:id',
      limit: 'api',
      handle: async () => {
        throw new Error('the wheel came off')
      },
    })
    served = await serve([broken, echoJson])
    const answer = await post('/api/broken/secret-id?token=secret', '"secret words"')
    expect(answer.status).toBe(500)
    const { reference, message } = (await answer.json()) as { reference: string; message: string }
    expect(message).toContain(reference)
    expect(served.log.lines).toEqual([
      {
        message: 'A request failed',
        fields: expect.objectContaining({ reference, route: 'POST /api/broken/:id' }),
      },
    ])
    expect(JSON.stringify(served.log.lines)).not.toContain('secret')
    expect((await post('/api/echo', '1')).status).toBe(200)
  })

  it('tells a failure before the handler from one in it by nothing', async () => {
    const people = {
      personOf: async () => {
        throw new Error('the database is away')
      },
    }
    served = await serve([echoJson], { people })
    const headers = { cookie: 'a=b', 'content-type': 'application/json' }
    const answer = await post('/api/echo', '1', headers)
    expect([answer.status, await answer.json()]).toEqual([
      500,
      expect.objectContaining({ error: 'broken', reference: expect.any(String) }),
    ])
    expect(served.log.lines).toHaveLength(1)
  })

  it('does not listen beyond loopback without knowing its public address', async () => {
    await expect(serve([], { host: '0.0.0.0' })).rejects.toThrow('set publicUrl')
    served = await serve([], { host: '0.0.0.0', publicUrl: 'https://aide.example.org' })
    expect(served.url).toBe('https://aide.example.org')
  })

  it('gives up a handler that does not answer', async () => {
    served = await serve([route({ path: '/stuck', handle: () => new Promise<Response>(() => undefined) })], {
      timeouts: { handlerMs: 50 },
    })
    expect((await fetch(`${served.url}/stuck`)).status).toBe(503)
  })

  it('leaves other servers of the process as Node made them', async () => {
    served = await serve([])
    const other = createServer(
      (_request, response) => void response.writeHead(200, { a: 'b' }).end('chained'),
    )
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const answer = await fetch(`http://127.0.0.1:${(other.address() as AddressInfo).port}`)
    expect([await answer.text(), answer.headers.get('a')]).toEqual(['chained', 'b'])
    other.closeAllConnections()
    await new Promise((resolve) => other.close(resolve))
  })

  it('says that a port is taken, and how to take another', async () => {
    served = await serve([])
    await expect(serve([], { port: served.port })).rejects.toThrow(
      `Port ${served.port} is taken: Entraide or another program listens there already. Stop it, or choose another port: ENTRAIDE_PORT=`,
    )
  })
})

describe('headers', () => {
  it('forbids inline code, framing and guessing, and does not say what serves it', async () => {
    served = await serve([route({ path: '/', handle: async () => new Response('x') })])
    const { headers } = await fetch(served.url)
    expect(headers.get('content-security-policy')).toContain(
      "default-src 'none'; script-src 'self'; style-src 'self'",
    )
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(headers.get('x-frame-options')).toBe('DENY')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('strict-transport-security')).toBeNull()
    expect(headers.get('server')).toBeNull()
    expect(headers.get('cache-control')).toBe('no-store')
  })

  it('lets only the console be framed, by whom the settings name', async () => {
    const hello = async () => new Response('x')
    served = await serve(
      [route({ path: '/console', handle: hello }), route({ path: '/consoles', handle: hello })],
      {
        frameAncestors: ['https://teams.microsoft.com'],
      },
    )
    const framed = (await fetch(`${served.url}/console`)).headers
    expect(framed.get('content-security-policy')).toContain('frame-ancestors https://teams.microsoft.com')
    expect(framed.get('x-frame-options')).toBeNull()
    const other = (await fetch(`${served.url}/consoles`)).headers
    expect(other.get('content-security-policy')).toContain("frame-ancestors 'none'")
  })

  it('compresses what is worth it and keeps several cookies apart', async () => {
    const page = route({
      path: '/',
      handle: async () => {
        const answer = new Response('a'.repeat(5000), { headers: { 'content-type': 'text/html' } })
        answer.headers.append('set-cookie', 'a=1')
        answer.headers.append('set-cookie', 'b=2')
        return answer
      },
    })
    served = await serve([page])
    const answer = await fetch(served.url)
    expect(answer.headers.get('content-encoding')).toBe('gzip')
    expect(Number(answer.headers.get('content-length'))).toBeLessThan(200)
    expect(answer.headers.getSetCookie()).toEqual(['a=1', 'b=2'])
    expect((await answer.text()).length).toBe(5000)
  })
})

describe('live streams and stopping', () => {
  const live = (state: { cancelled: boolean; aborted: boolean }) =>
    route({
      path: '/live',
      handle: async (request) => {
        request.signal.addEventListener('abort', () => {
          state.aborted = true
        })
        const body = new ReadableStream<Uint8Array>({
          start: (controller) => controller.enqueue(new TextEncoder().encode('data: 1\n\n')),
          cancel: () => {
            state.cancelled = true
          },
        })
        return new Response(body, { headers: { 'content-type': 'text/event-stream' } })
      },
    })

  it('sends events at once and tells the route when the reader leaves', async () => {
    const state = { cancelled: false, aborted: false }
    served = await serve([live(state)])
    const leave = new AbortController()
    const answer = await fetch(`${served.url}/live`, { signal: leave.signal })
    const reader = answer.body?.getReader()
    expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('data: 1\n\n')
    leave.abort()
    await served.http.stop()
    expect(state).toEqual({ cancelled: true, aborted: true })
  })

  it('ends live streams when it stops and lets an answer under way finish', async () => {
    const state = { cancelled: false, aborted: false }
    let finish: (() => void) | undefined
    let begun: (() => void) | undefined
    const hasBegun = new Promise<void>((resolve) => {
      begun = resolve
    })
    const slow = route({
      path: '/slow',
      handle: () =>
        new Promise((resolve) => {
          finish = () => resolve(new Response('done'))
          begun?.()
        }),
    })
    served = await serve([live(state), slow])
    const stream = await fetch(`${served.url}/live`)
    const answer = fetch(`${served.url}/slow`)
    await hasBegun
    const stopped = served.http.stop()
    expect(await stream.text()).toBe('data: 1\n\n')
    finish?.()
    expect(await (await answer).text()).toBe('done')
    await stopped
    await expect(fetch(`${served.url}/slow`)).rejects.toThrow()
  })
})
