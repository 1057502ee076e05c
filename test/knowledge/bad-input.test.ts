// What no one should post, and someone will: a defined result each, and nothing thrown.
import { beforeAll, describe, expect, test } from '@jest/globals'
import {
  createKnowledge,
  detectLanguage,
  findRisks,
  type Knowledge,
  parseFaq,
} from '../../knowledge/index.ts'

const faq = [
  {
    id: 'delay',
    question: { fr: 'Combien de temps met un virement ?', en: 'How long does a transfer take?' },
    answer: {
      fr: 'Un virement arrive le jour ouvré suivant.',
      en: 'A transfer arrives the next working day.',
    },
    keyPoints: [{ fr: 'Jour ouvré suivant', en: 'Next working day' }],
    links: ['https://www.lanterne.example/virement'],
  },
  {
    id: 'polite',
    question: { fr: 'Êtes-vous aimables ?' },
    answer: { fr: 'Oui, toujours.' },
    keyPoints: [{ fr: 'Toujours aimables' }],
  },
  { id: 'bare', question: { fr: 'Avez-vous une boutique ?' } },
]
let knowledge: Knowledge

beforeAll(async () => {
  const { entries, errors } = parseFaq(faq.map((entry) => JSON.stringify(entry)).join('\n'))
  expect(errors).toEqual([])
  knowledge = await createKnowledge({ entries })
})

const posts: readonly (readonly [name: string, text: string])[] = [
  ['an empty post', ''],
  ['only spaces', ' \n\t '],
  ['ten thousand characters', 'virement '.repeat(1_200)],
  ['one word of ten thousand letters', 'a'.repeat(10_000)],
  ['emoji alone', '😀🎉👍'],
  ['German', 'Wie lange dauert eine Überweisung von meinem Konto, bitte?'],
  ['Chinese', '转账需要多长时间？'],
  ['HTML', '<script>alert(1)</script><b>virement</b>'],
  ['zalgo', 'c̶̢̛o̷̡m̸b̵i̴e̶n̷ ̴d̶e̷ ̸t̵e̴m̶p̷s̸'],
  ['a right-to-left override', 'regarde \u202Etnemeriv\u202C ici'],
  ['null characters', 'vire\u0000ment'],
  ['half a surrogate pair', 'virement \ud83d'],
  ['regular expression signs', '.*+?^{}()|[]\\'],
  ['a thousand digits', '1'.repeat(1_000)],
]

describe('a post', () => {
  test.each(posts)('%s is screened, matched and assessed', async (_, text) => {
    const [screening] = await knowledge.screen([{ text }])
    const [match] = await knowledge.match([{ text }])
    const [assessment] = await knowledge.assess([{ question: text, reply: text, entryId: 'delay' }])
    expect(['fr', 'en', 'other']).toContain(screening?.lang)
    expect(match?.decision.confidence).toBeGreaterThanOrEqual(0)
    expect(match?.decision.confidence).toBeLessThanOrEqual(1)
    const chances = Object.values(assessment?.probabilities ?? {})
    expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 5)
    expect(assessment?.sure && assessment.verdict === 'supported').toBe(false)
  })

  test('with nothing to read asks nothing', async () => {
    const [match] = await knowledge.match([{ text: '' }])
    expect(match).toEqual({ candidates: [], decision: { kind: 'none', confidence: 1 } })
    const [screening] = await knowledge.screen([{ text: '😀' }])
    expect(screening).toMatchObject({ kind: 'chitchat', substantive: false, crisis: { value: false } })
  })

  test.each([
    ['Wie lange dauert eine Überweisung von meinem Konto, bitte?', 'other'],
    ['转账需要多长时间？', 'other'],
    ['¿Cuánto tarda una transferencia a otra cuenta, por favor?', 'other'],
    ['Combien de temps met un virement ?', 'fr'],
    ['How long does a transfer take?', 'en'],
  ])('in its language, said and not guessed: %s', (text, lang) => {
    expect(detectLanguage(text)).toBe(lang)
  })
})

describe('a reply', () => {
  test('with a link that only looks like the brand’s is risky', () => {
    const [entry] = parseFaq(JSON.stringify(faq[0])).entries
    if (!entry) throw new Error('no entry')
    const own = findRisks('Regarde https://www.lanterne.example/virement', entry, [entry])
    const masked = findRisks('Regarde https://www.lаnterne.example/virement', entry, [entry])
    expect(own.filter(({ kind }) => kind === 'foreign-link')).toEqual([])
    expect(masked.map(({ kind }) => kind)).toContain('foreign-link')
  })

  test('to a key point without a figure, and to an entry in one language alone, is judged', async () => {
    const [inFrench, inEnglish] = await knowledge.assess([
      { question: 'Êtes-vous aimables ?', reply: 'Oui, ils sont toujours aimables.', entryId: 'polite' },
      { question: 'Are you kind?', reply: 'Yes, they are always kind.', entryId: 'polite' },
    ])
    expect(inFrench?.keyPoints).toHaveLength(1)
    expect(inEnglish?.keyPoints).toHaveLength(1)
  })

  test('to an entry without an answer is judged without key points', async () => {
    const [assessment] = await knowledge.assess([
      { question: 'Une boutique ?', reply: 'Oui, à Lyon.', entryId: 'bare' },
    ])
    expect(assessment?.keyPoints).toEqual([])
  })
})

describe('a knowledge base', () => {
  test('without entries matches nothing', async () => {
    const empty = await createKnowledge({ entries: [] })
    expect((await empty.match([{ text: 'Bonjour ?' }]))[0]?.decision).toEqual({ kind: 'none', confidence: 1 })
  })

  test.each([
    ['no JSON', '{"id":', 1, ''],
    ['no question', '{"id":"a"}', 1, 'question'],
    ['an id with spaces', '{"id":"a b","question":{"fr":"x"}}', 1, 'id'],
    [
      'a key point that is no text',
      '{"id":"a","question":{"fr":"x"},"keyPoints":[{"fr":7}]}',
      1,
      'keyPoints.0.fr',
    ],
    ['a field too many', '{"id":"a","question":{"fr":"x"},"anser":{}}', 1, ''],
    ['the same id twice', '{"id":"a","question":{"fr":"x"}}\n\n{"id":"a","question":{"fr":"y"}}', 3, 'id'],
  ])('with %s is told line and field', (_, text, line, field) => {
    const { errors } = parseFaq(text)
    expect(errors).toEqual([expect.objectContaining({ line, field: expect.stringContaining(field) })])
  })
})
