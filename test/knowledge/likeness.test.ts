// How a post is held against entries: by each key point too, and as entries of few or of many phrasings.
import { describe, expect, test } from '@jest/globals'
import { buildLikeness } from '../../knowledge/build-likeness.ts'
import { featuresOf, lexicalFeatures, modelFeatures } from '../../knowledge/features.ts'
import { parseFaq } from '../../knowledge/index.ts'
import { pointsOf } from '../../knowledge/points.ts'
import { spacesOf } from '../../knowledge/spaces.ts'
import { heardAs, wordEncoder } from '../fakes/word-encoder.ts'

const faq = (entries: readonly object[]) =>
  parseFaq(entries.map((entry) => JSON.stringify(entry)).join('\n')).entries
const delay = {
  id: 'delay',
  question: { en: 'My train is late' },
  answer: { en: 'We pay back a part, and look after you on the way.' },
  keyPoints: [
    { en: 'a hotel room when the last connection is missed' },
    { en: 'a quarter back after an hour' },
  ],
}
const early = {
  id: 'early',
  question: { en: 'How early must I be there' },
  answer: { en: 'Twenty minutes.' },
}

describe('key points', () => {
  test('are read with their question; an entry without any is read by its question', async () => {
    const read: string[] = []
    const points = await pointsOf(faq([delay, early]), {
      ...wordEncoder,
      embed: async (texts) => {
        read.push(...texts.map(({ text }) => text))
        return wordEncoder.embed(texts)
      },
    })
    expect(points.owners).toEqual([0, 0, 1])
    expect(read).toEqual([
      'My train is late a hotel room when the last connection is missed',
      'My train is late a quarter back after an hour',
      'How early must I be there',
    ])
  })

  test('bring a post that asks for one detail to its entry', async () => {
    const likeness = await buildLikeness(faq([early, delay]), [], wordEncoder)
    const text = 'last connection missed, who gives me a room'
    const rows = featuresOf(likeness, await spacesOf(likeness, text, heardAs(text), wordEncoder))
    const column = lexicalFeatures.length + modelFeatures.indexOf('key point meaning')
    expect(rows[1]?.[column]).toBeGreaterThan(rows[0]?.[column] ?? 0)
  })
})

test.each([
  [[], 'few'],
  [['Is my train late'], 'few'],
  [['Is my train late', 'My train has not come'], 'many'],
] as const)('entries with the variants %j hold %s phrasings', async (variants, phrased) => {
  const entries = faq([{ ...early, variants: { en: variants } }])
  expect((await buildLikeness(entries, [])).phrased).toBe(phrased)
})
