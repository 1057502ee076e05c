// What the asker reads right after asking: by when a human reads it, and what was asked before.
import { afterEach, expect, it } from '@jest/globals'
import type { CommunityDeps, HumanBy } from '../../../src/channels/index.ts'
import { answer, ask, type Community, openCommunity } from './fixture.ts'

let community: Community
afterEach(() => community.close())

const monday = Date.UTC(2026, 9, 5, 9) // 11:00 in Paris
const tomorrow = Date.UTC(2026, 9, 6, 7)

async function receiptOf(parts: Partial<CommunityDeps>): Promise<string> {
  community = await openCommunity(parts)
  const visitor = community.visitor()
  const { path } = await ask(visitor, 'Une question')
  return (await visitor.get(path)).text()
}

it.each<[HumanBy, string]>([
  [{ kind: 'open', by: monday + 600_000 }, 'vous lit avant 11:10'],
  [{ kind: 'closed', reason: 'night', opensAt: tomorrow }, 'l’équipe de Luma revient demain à 09:00'],
  [{ kind: 'closed', reason: 'weekend', opensAt: tomorrow }, 'La communauté répond aussi le week-end'],
  [{ kind: 'closed', reason: 'holiday', opensAt: tomorrow }, 'C’est un jour férié'],
  [
    { kind: 'closed', reason: 'closure', opensAt: tomorrow + 86_400_000 },
    'revient mercredi 7 octobre à 09:00',
  ],
  [{ kind: 'closed', reason: 'night', opensAt: null }, 'un humain chez Luma vous lira'],
])('%j reads so', async (humanBy, sentence) => {
  const page = await receiptOf({ humanBy: () => humanBy })
  expect(page).toContain('Reçu à 11:00.')
  expect(page).toContain(sentence)
})

it('names threads that ask the same, never itself, until somebody has answered', async () => {
  const asked: string[] = []
  community = await openCommunity({
    similar: async (text) => {
      asked.push(text)
      const threads = await community.store.read((tx) => tx.threads({ pageId: 'luma', limit: 5 }))
      return threads.map(({ id, posts }) => ({ threadId: id, text: posts[0]?.text ?? '' }))
    },
  })
  const earlier = await ask(community.visitor(), 'Où est ma carte ?')
  const asker = community.visitor()
  const { path } = await ask(asker, 'Ma carte n’est pas là')
  const page = await (await asker.get(path)).text()
  expect(page).toContain('Déjà demandé ?')
  expect(page).toContain(`<li><a href="${earlier.path}">Où est ma carte\u00a0?</a></li>`)
  expect(page).not.toContain(`<li><a href="${path}">`)
  expect(await (await community.visitor().get(path)).text()).not.toContain('Déjà demandé ?')
  await answer(await community.as('member'), path, 'La voici')
  expect(await (await asker.get(path)).text()).not.toContain('Déjà demandé ?')
  expect(new Set(asked)).toEqual(new Set(['Ma carte n’est pas là']))
})
