// The community page over HTTP: asking, answering, one's own posts, signs, limits, and who may what.
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { answer, ask, type Community, keyOn, openCommunity, threadOf } from './fixture.ts'

let community: Community
beforeEach(async () => {
  community = await openCommunity()
})
afterEach(() => community.close())

const textOf = async (answered: Promise<Response>) => (await answered).text()

describe('asking', () => {
  it('as a guest: received at once, with by when a human reads it, and on the list', async () => {
    const visitor = community.visitor()
    const { path } = await ask(visitor, 'Où est ma carte ?\nJe l’attends.')
    const page = await textOf(visitor.get(path))
    expect(page).toContain('Reçu à 11:00')
    expect(page).toContain('vous lit avant 11:10')
    expect(page).toContain('Zoé')
    const list = await textOf(community.visitor().get('/c/luma'))
    expect(list).toContain('Où est ma carte\u00a0?')
    expect(list).toContain('En attente de la communauté')
    expect(await textOf(community.visitor().get(path))).not.toContain('Reçu à')
  })

  it('signed in needs no name', async () => {
    const customer = await community.as('customer')
    expect(await textOf(customer.get('/c/luma'))).not.toContain('name="name"')
    const { id } = await ask(customer, 'Une question')
    expect((await community.thread(id)).posts[0]?.author).toMatchObject({
      name: 'Camille Roux',
      role: 'asker',
    })
  })

  it('keeps what was typed when something is missing', async () => {
    const visitor = community.visitor()
    const key = await keyOn(visitor, '/c/luma')
    const noName = await visitor.post('/c/luma/ask', { text: 'Une <b>longue</b> question', name: '', key })
    expect(noName.status).toBe(422)
    const page = await noName.text()
    expect(page).toContain('Indiquez un nom')
    expect(page).toContain('Une &lt;b&gt;longue&lt;/b&gt; question</textarea>')
    const long = await visitor.post('/c/luma/ask', { text: `début ${'é'.repeat(10_000)}`, name: 'Zoé', key })
    expect(long.status).toBe(422)
    expect(await long.text()).toMatch(/10006 caractères[\s\S]*value="Zoé"/)
    expect((await visitor.post('/c/luma/ask', { text: 'é'.repeat(60_000), name: 'Zoé', key })).status).toBe(
      413,
    )
    expect(await textOf(visitor.get('/c/luma'))).toContain('Aucune question')
  })

  it('twice with one form, even at the same time, is one question of one guest', async () => {
    const visitor = community.visitor()
    const key = await keyOn(visitor, '/c/luma')
    const send = () => visitor.post('/c/luma/ask', { text: 'Une fois', name: 'Zoé', key })
    const answers = await Promise.all([send(), send(), send()])
    const paths = new Set(answers.map((each) => threadOf(each).path))
    expect([...paths]).toHaveLength(1)
    const { id, path } = threadOf(await send())
    expect((await community.thread(id)).posts).toHaveLength(1)
    // Whichever answer the browser heard last, the question is theirs.
    expect(await textOf(visitor.get(path))).toContain('/edit"')
  })

  it('by what fills every field keeps nothing', async () => {
    const visitor = community.visitor()
    const key = await keyOn(visitor, '/c/luma')
    const trapped = await visitor.post('/c/luma/ask', {
      text: 'Buy',
      name: 'Bot',
      key,
      website: 'https://spam.example',
    })
    expect(trapped.status).toBe(303)
    expect(await textOf(visitor.get('/c/luma'))).toContain('Aucune question')
  })

  it('on a page that is not there is 404', async () => {
    expect((await community.visitor().get('/c/nowhere')).status).toBe(404)
    expect(
      (await community.visitor().post('/c/nowhere/ask', { text: 'x', name: 'y', key: 'a'.repeat(20) }))
        .status,
    ).toBe(404)
    expect((await community.visitor().get('/c/luma/threads/nothing')).status).toBe(404)
  })
})

describe('answering', () => {
  it('is for members; the asker adds to their own question; a guest is led to sign in', async () => {
    const asker = community.visitor()
    const { path, id } = await ask(asker, 'Une question')
    const member = await community.as('member')
    await answer(member, path, 'Une réponse')
    await answer(asker, path, 'Une précision')
    const other = community.visitor()
    await ask(other, 'Autre question')
    const refused = await other.post(`${path}/answer`, { text: 'x', key: 'a'.repeat(20) })
    expect(refused.headers.get('location')).toBe(`/sign-in?next=${encodeURIComponent(path)}`)
    const visitor = await community.visitor().post(`${path}/answer`, { text: 'x', key: 'a'.repeat(20) })
    expect(visitor.headers.get('location')).toMatch(/^\/sign-in\?next=/)
    const { posts } = await community.thread(id)
    expect(posts.map(({ author, text }) => [author.role, text])).toEqual([
      ['asker', 'Une question'],
      ['member', 'Une réponse'],
      ['asker', 'Une précision'],
    ])
  })

  it('as a moderator speaks in the brand’s name', async () => {
    const { path, id } = await ask(community.visitor(), 'Une question')
    const moderator = await community.as('moderator')
    expect(await textOf(moderator.get(path))).toContain('Répondre au nom de Luma')
    await answer(moderator, path, 'Voici.')
    expect((await community.thread(id)).posts.at(-1)?.author.role).toBe('brand')
    const page = await textOf(community.visitor().get(path))
    expect(page).toContain('Réponse officielle')
    expect(page).not.toContain('Maya Benali')
  })

  it('keeps a refused answer’s words', async () => {
    const { path } = await ask(community.visitor(), 'Une question')
    const member = await community.as('member')
    const refused = await member.post(`${path}/answer`, { text: 'Mes mots', key: 'no' })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('Mes mots</textarea>')
  })
})

describe('one’s own posts', () => {
  it('can be edited, by nobody else', async () => {
    const { path, id } = await ask(community.visitor(), 'Une question')
    const member = await community.as('member')
    const post = await answer(member, path, 'Trois jour')
    const at = `${path}/posts/${post}/edit`
    expect(await textOf(member.get(at))).toContain('Trois jour</textarea>')
    community.clock.move(60_000)
    await member.post(at, { text: 'Trois jours', key: await keyOn(member, at) })
    const stranger = await community.as('customer')
    expect((await stranger.get(at)).status).toBe(303)
    await stranger.post(at, { text: 'Hacked', key: 'a'.repeat(20) })
    expect((await community.thread(id)).posts.at(-1)?.text).toBe('Trois jours')
    expect(await textOf(stranger.get(path))).toContain('modifié')
  })

  it('can be edited twice within one moment of the clock', async () => {
    const { path, id } = await ask(community.visitor(), 'Une question')
    const member = await community.as('member')
    const at = `${path}/posts/${await answer(member, path, 'un')}/edit`
    for (const text of ['deux', 'trois']) await member.post(at, { text, key: await keyOn(member, at) })
    expect((await community.thread(id)).posts.at(-1)?.text).toBe('trois')
  })

  it('can be deleted: the answer leaves a tombstone, the question takes its thread along', async () => {
    const asker = community.visitor()
    const { path, id } = await ask(asker, 'Mon secret')
    const member = await community.as('member')
    const post = await answer(member, path, 'Mon erreur')
    expect(await textOf(member.get(`${path}/posts/${post}/delete`))).toContain('Supprimer ce message')
    await asker.post(`${path}/posts/${post}/delete`, {})
    expect((await community.thread(id)).posts.at(-1)?.deleted).toBe(false)
    await member.post(`${path}/posts/${post}/delete`, {})
    const page = await textOf(community.visitor().get(path))
    expect(page).toContain('Supprimé par son auteur.')
    expect(page).not.toContain('Mon erreur')
    const root = (await community.thread(id)).externalId
    await asker.post(`${path}/posts/${root}/delete`, {})
    const gone = await community.visitor().get(path)
    expect(gone.status).toBe(410)
    expect(await gone.text()).not.toContain('Mon secret')
    expect(await textOf(community.visitor().get('/c/luma'))).not.toContain('Mon secret')
  })
})

describe('signs', () => {
  it('a like counts once a person, and can be taken back', async () => {
    const { path, id } = await ask(community.visitor(), 'Une question')
    const member = await community.as('member')
    const post = await answer(member, path, 'Une réponse')
    const reader = await community.as('customer')
    const like = (on: '0' | '1') => reader.post(`${path}/posts/${post}/like`, { on })
    const likes = async () => (await community.thread(id)).posts.at(-1)?.likes
    await like('1')
    community.clock.move(1)
    await like('1')
    expect(await likes()).toBe(1)
    expect(await textOf(reader.get(path))).toContain('aria-pressed="true"')
    community.clock.move(1)
    await like('0')
    expect(await likes()).toBe(0)
  })

  it('a visitor who likes is led to sign in and back to the thread', async () => {
    const { path, id } = await ask(community.visitor(), 'Une question')
    const root = (await community.thread(id)).externalId
    const answered = await fetch(`${community.url}${path}/posts/${root}/like`, {
      method: 'POST',
      body: new URLSearchParams({ on: '1' }),
      redirect: 'manual',
      headers: { referer: community.url + path },
    })
    expect(answered.headers.get('location')).toBe(`/sign-in?next=${encodeURIComponent(path)}`)
  })

  it('only the asker says what solved it, and can take it back', async () => {
    const asker = community.visitor()
    const { path, id } = await ask(asker, 'Une question')
    const member = await community.as('member')
    const post = await answer(member, path, 'Une réponse')
    await member.post(`${path}/posts/${post}/solved`, { on: '1' })
    expect((await community.thread(id)).solvedBy).toBeNull()
    await asker.post(`${path}/posts/${post}/solved`, { on: '1' })
    expect(await textOf(community.visitor().get(path))).toContain('C’est ce qui a aidé Zoé')
    community.clock.move(1)
    await asker.post(`${path}/posts/${post}/solved`, { on: '0' })
    expect((await community.thread(id)).solvedBy).toBeNull()
  })

  it('a report is written down and brought before the desk', async () => {
    const { path, id } = await ask(community.visitor(), 'Une question')
    const member = await community.as('member')
    const root = (await community.thread(id)).externalId
    const answered = await member.post(`${path}/posts/${root}/report`, {})
    expect(await textOf(member.get(answered.headers.get('location')?.split('#')[0] ?? ''))).toContain(
      'Un modérateur va regarder',
    )
    const rows = await community.store.read((tx) =>
      tx.auditOf({ threadId: id, what: ['reported'], limit: 5 }),
    )
    expect(rows).toHaveLength(1)
    expect(community.news).toContainEqual(
      expect.objectContaining({ kind: 'alert', level: 'soon', threadId: id }),
    )
  })
})

describe('the brand’s word', () => {
  it('shows as validated, with the member credited', async () => {
    const { path, id } = await ask(community.visitor(), 'Une question')
    const member = await community.as('member')
    const post = await answer(member, path, 'Trois jours.')
    await community.mark(id, post, 'validated')
    await community.brandReply(id, 'Merci Noé, c’est exact.')
    const page = await textOf(community.visitor().get(path))
    expect(page).toContain('Validé par Luma')
    expect(page).toMatch(/Noé Lambert<\/b><span class="credit">1 réponse validée/)
    expect(page).toContain('Réponse officielle')
    expect(await textOf(community.visitor().get('/c/luma'))).toContain('Validé par Luma')
  })

  it('in private is for the asker and the desk alone, and in no data for machines', async () => {
    const asker = community.visitor()
    const { path, id } = await ask(asker, 'Ma facture ?')
    await community.brandReply(id, 'Votre dossier 4711', { private: true })
    expect(await textOf(asker.get(path))).toContain('Votre dossier 4711')
    expect(await textOf((await community.as('moderator')).get(path))).toContain(
      'Vous et Luma seuls voyez ceci',
    )
    for (const reader of [community.visitor(), await community.as('member')]) {
      expect(await textOf(reader.get(path))).not.toContain('4711')
    }
    expect(await textOf(asker.get(path))).not.toMatch(/ld\+json">[^<]*4711/)
    expect(await textOf(community.visitor().get('/c/luma/feed.atom'))).not.toContain('4711')
  })
})
