// Reading the community page: pages of the list, search, languages, data for machines, live changes, weight.
import { gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { answer, ask, type Community, openCommunity } from './fixture.ts'

let community: Community
beforeEach(async () => {
  community = await openCommunity()
})
afterEach(() => community.close())

const textOf = async (answered: Promise<Response>) => (await answered).text()
const hostile = `</script><script>globalThis.ran=1</script><img src=x onerror="globalThis.ran=1">"'&`

async function questions(count: number): Promise<void> {
  for (let at = 0; at < count; at++) {
    community.clock.move(at % 3 === 0 ? 0 : 1000) // some share their moment
    const externalId = `q${String(at).padStart(3, '0')}`
    await community.takeIn([
      {
        channel: 'community',
        pageId: 'luma',
        threadExternalId: externalId,
        externalId,
        version: 0,
        at: community.clock.now(),
        event: {
          kind: 'posted',
          text: `Question numéro ${at} ?`,
          replyTo: null,
          author: { id: 'c1', name: 'Camille', brand: false, influence: null },
          outboxId: null,
          address: null,
        },
      },
    ])
  }
}

describe('the list', () => {
  it('gives every question once over its pages, newest first', async () => {
    await questions(45)
    const seen: number[] = []
    let path: string | null = '/c/luma'
    let pages = 0
    while (path) {
      const page: string = await textOf(community.visitor().get(path))
      seen.push(...[...page.matchAll(/Question numéro (\d+)\u00a0\?<\/a>/g)].map((found) => Number(found[1])))
      path = /<a href="([^"]+)" rel="next"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? null
      pages += 1
    }
    expect(pages).toBe(3)
    expect(seen).toHaveLength(45)
    expect(new Set(seen).size).toBe(45)
    expect(seen[0]).toBeGreaterThan(40)
  })

  it.each(['x', '.', 'zzz.', "1.' OR 1=1", '%00'])(
    'takes the unreadable place %s for the first page',
    async (before) => {
      await questions(2)
      const answered = await community.visitor().get(`/c/luma?before=${encodeURIComponent(before)}`)
      expect(answered.status).toBe(200)
      expect(await answered.text()).toContain('Question numéro 1')
    },
  )

  it('finds words without their accents, and takes no sign for syntax', async () => {
    await ask(community.visitor(), 'Comment résilier l’option ?')
    await ask(community.visitor(), 'Où est ma carte ?')
    const page = await textOf(community.visitor().get('/c/luma?q=RESILIER'))
    expect(page).toContain('Comment résilier')
    expect(page).not.toContain('Où est ma carte')
    expect(page).toContain('noindex')
    for (const query of ['"', '*', 'a AND (', "x' --", 'NEAR/2', '%', hostile]) {
      const answered = await community.visitor().get(`/c/luma?q=${encodeURIComponent(query)}`)
      expect(answered.status).toBe(200)
      expect(await answered.text()).not.toContain('<script>globalThis')
    }
  })
})

describe('language', () => {
  it('is the page’s, the reader’s, or the chosen one from then on', async () => {
    const page = async (path: string, headers: Record<string, string> = {}) =>
      textOf(fetch(community.url + path, { headers }))
    expect(await page('/c/luma')).toContain('<html lang="fr">')
    expect(await page('/c/luma', { 'accept-language': 'en' })).toContain('Ask a question')
    const visitor = community.visitor()
    await visitor.get('/c/luma?lang=en')
    expect(await textOf(visitor.get('/c/luma'))).toContain('Ask a question')
  })
})

describe('for machines', () => {
  it('a thread is a QAPage with its accepted answer', async () => {
    const asker = community.visitor()
    const { path, id } = await ask(asker, `Où est ma carte ? ${hostile}`)
    const member = await community.as('member')
    const good = await answer(member, path, 'Trois jours.')
    const bad = await answer(member, path, 'Dix jours.')
    await community.mark(id, good, 'validated')
    await community.mark(id, bad, 'corrected')
    await community.brandReply(id, 'Merci, c’est exact.')
    const page = await textOf(community.visitor().get(path))
    const data = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page)?.[1] ?? '')
    expect(data).toMatchObject({
      '@type': 'QAPage',
      mainEntity: {
        '@type': 'Question',
        name: 'Où est ma carte ?',
        text: `Où est ma carte ? ${hostile}`,
        answerCount: 3,
        dateCreated: '2026-10-05T09:00:00.000Z',
        url: community.url + path,
        author: { '@type': 'Person', name: 'Zoé' },
        acceptedAnswer: {
          text: 'Trois jours.',
          author: { name: 'Noé Lambert' },
          url: `${community.url}${path}#post-${good}`,
        },
        suggestedAnswer: [{ text: 'Merci, c’est exact.', author: { '@type': 'Organization', name: 'Luma' } }],
      },
    })
    expect(page).toContain(`<link rel="canonical" href="${community.url}${path}">`)
  })

  it('the latest questions are an Atom feed', async () => {
    await ask(community.visitor(), `Où ? ${hostile}\u0001 0612345678`)
    const answered = await community.visitor().get('/c/luma/feed.atom')
    expect(answered.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
    const text = await answered.text()
    expect(text.match(/<entry>/g)).toHaveLength(1)
    expect(text).toContain('<updated>2026-10-05T09:00:00.000Z</updated>')
    expect(text).toContain('••••••••••')
    expect(text).not.toMatch(/<script|<img|0612345678/)
    expect(text).not.toContain('\u0001')
  })
})

describe('live', () => {
  it('tells of a change of this thread alone, carries no words, and is let go with its reader', async () => {
    const { path } = await ask(community.visitor(), 'Une question')
    const other = await ask(community.visitor(), 'Une autre')
    const stream = await fetch(`${community.url}${path}/live`)
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader()
    let heard = ''
    const until = async (sign: RegExp) => {
      while (!sign.test(heard)) heard += (await reader?.read())?.value ?? ''
      return sign.exec(heard)?.[1]
    }
    const stamp = await until(/^retry: 5000\n\nevent: stamp\ndata: ([\w-]{12})\n\n$/)
    expect(community.listening()).toBe(1)
    expect(await textOf(community.visitor().get(path))).toContain(`data-stamp="${stamp}"`)
    heard = ''
    const member = await community.as('member')
    await answer(member, other.path, 'Ailleurs')
    await answer(member, path, 'Ici')
    await answer(member, path, 'Ici encore')
    const changed = 'event: changed\ndata: \n\n'
    await until(new RegExp(`${changed}$`))
    // The server's end ends the stream, so that all it ever said is heard.
    await community.http.stop()
    for (let piece = await reader?.read(); piece && !piece.done; piece = await reader?.read())
      heard += piece.value
    expect(heard).toBe(changed + changed)
    expect(community.listening()).toBe(0)
  })
})

describe('too many listeners', () => {
  it('of one address are refused, and let in again once others left', async () => {
    const { path } = await ask(community.visitor(), 'Une question')
    const leaves = []
    for (let at = 0; at < 30; at++) {
      const leave = new AbortController()
      leaves.push(leave)
      expect((await fetch(`${community.url}${path}/live`, { signal: leave.signal })).status).toBe(200)
    }
    const refused = await fetch(`${community.url}${path}/live`)
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '60'])
    for (const leave of leaves) leave.abort()
    while (community.listening() > 0) await new Promise((resolve) => setImmediate(resolve))
    const again = new AbortController()
    expect((await fetch(`${community.url}${path}/live`, { signal: again.signal })).status).toBe(200)
    again.abort()
  })
})

describe('weight', () => {
  it('is under 30 KB for a first visit to a full list', async () => {
    await questions(20)
    const page = await fetchPacked('/c/luma')
    const files = [...page.text.matchAll(/(?:href|src)="(\/community\/[^"]+\.(?:css|js|svg))"/g)].map(
      (found) => found[1] ?? '',
    )
    expect(files).toHaveLength(3)
    const sizes = await Promise.all(files.map(async (file) => (await fetchPacked(file)).bytes))
    expect(page.bytes + sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(30_000)
  })

  async function fetchPacked(path: string): Promise<{ bytes: number; text: string }> {
    const { request } = await import('node:http')
    return new Promise((resolve, reject) => {
      request(community.url + path, { headers: { 'accept-encoding': 'gzip' } }, (answered) => {
        const pieces: Buffer[] = []
        answered.on('data', (piece: Buffer) => pieces.push(piece))
        answered.on('end', () => {
          const body = Buffer.concat(pieces)
          const packed = answered.headers['content-encoding'] === 'gzip'
          resolve({ bytes: body.length, text: (packed ? gunzipSync(body) : body).toString('utf8') })
        })
      })
        .on('error', reject)
        .end()
    })
  }
})
