// An industry's questions lend their phrasings to the entry that answers them; an admin can take one away.
import { expect, test } from '@jest/globals'
import { createKnowledge, type Entry, parseFaq, parsePack } from '../../knowledge/index.ts'
import { stageFaq } from '../fakes/stage.ts'

const entries = parseFaq(stageFaq.map((entry) => JSON.stringify(entry)).join('\n')).entries
const pack = parsePack(
  [
    {
      id: 'opposition',
      topic: 'card',
      question: { fr: 'Bloquer sa carte' },
      variants: { fr: ['faire opposition', 'on m’a volé ma CB', 'carte perdue, comment la bloquer'] },
    },
    {
      id: 'moving',
      topic: 'account',
      question: { fr: 'Changer d’adresse' },
      variants: { fr: ['je déménage'] },
    },
  ]
    .map((line) => JSON.stringify(line))
    .join('\n'),
)
const knowing = (entries: readonly Entry[]) => createKnowledge({ entries, pack })
const unlinked = (id: string, packIds: string[]) =>
  entries.map((entry) => (entry.id === id ? { ...entry, unlinked: packIds } : entry))

test('each question of the pack is linked to the entry that answers it', async () => {
  const { links } = await knowing(entries)
  expect(links.map(({ packId, entryId }) => [packId, entryId])).toEqual([
    ['opposition', 'card'],
    ['moving', 'address'],
  ])
  expect(links.every(({ share }) => share >= 0.5 && share <= 1)).toBe(true)
})

test('a phrasing that only the pack knows finds the entry, until it is unlinked', async () => {
  const first = async (entries: readonly Entry[]) => {
    const [match] = await (await knowing(entries)).match([{ text: 'je veux faire opposition' }])
    return match?.candidates[0]?.entryId
  }
  expect(await first(entries)).toBe('card')
  const apart = unlinked('card', ['opposition'])
  expect((await knowing(apart)).links.filter(({ entryId }) => entryId === 'card')).toEqual([])
  expect(await first(apart)).not.toBe('card')
})

test('a question of the pack that every entry is unlinked from lends nothing to anybody', async () => {
  const apart = entries.map((entry) => ({ ...entry, unlinked: ['opposition', 'moving'] }))
  const knowledge = await knowing(apart)
  expect(knowledge.links).toEqual([])
  const [match] = await knowledge.match([{ text: 'Comment bloquer ma carte ?' }])
  expect(match?.candidates[0]?.entryId).toBe('card')
})
