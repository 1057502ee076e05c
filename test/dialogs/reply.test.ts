// The words of a reply: nothing in them that the entry does not hold, in the page's register, and never ten alike.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { composeReply, factsOutside, type ReplyInput } from '../../dialogs/index.ts'
import { type Entry, parseFaq } from '../../knowledge/index.ts'
import { demoFaq } from '../../src/demo/index.ts'
import { brands, dataFolder, hasData } from '../bench/labelled.ts'

type Lang = 'fr' | 'en'
const faqs = [
  demoFaq(),
  ...(hasData ? brands.map((brand) => readFileSync(join(dataFolder, brand, 'faq.jsonl'), 'utf8')) : []),
]
const entries: readonly Entry[] = faqs.flatMap((faq) => parseFaq(faq).entries)

const kinds = [
  'acknowledge',
  'validate',
  'complete',
  'correct',
  'answer',
  'handOver',
  'warn',
  'escalate',
  'thank',
] as const
const inputs: fc.Arbitrary<ReplyInput> = fc
  .record({
    kind: fc.constantFrom(...kinds),
    lang: fc.constantFrom<Lang>('fr', 'en'),
    register: fc.constantFrom('tu' as const, 'vous' as const),
    seed: fc.string({ minLength: 1, maxLength: 8 }),
    entry: fc.constantFrom(...entries),
    named: fc.boolean(),
    reference: fc.constantFrom('R-7F3K2', null),
    open: fc.boolean(),
    points: fc.subarray([0, 1, 2, 3]),
  })
  .map(({ entry, named, open, points, ...rest }) => {
    const texts = entryIn(entry, rest.lang)
    const there = points.filter((point) => point < texts.keyPoints.length)
    return {
      ...rest,
      brand: 'Lanterne',
      asker: named ? 'Inès' : null,
      member: named ? 'Noé' : null,
      entry: texts,
      missing: there,
      contradicted: there.map((index) => ({ index, said: null })),
      said: [0, 1, 2, 3].filter((point) => point < texts.keyPoints.length && !there.includes(point)),
      maxLength: 2_000,
      backAt: open
        ? { kind: 'open' as const, withinMinutes: 240 }
        : {
            kind: 'closed' as const,
            reason: 'night' as const,
            when: rest.lang === 'fr' ? 'demain à 9 h' : 'tomorrow at 9',
          },
      signature: null,
    }
  })

function entryIn(entry: Entry, lang: Lang): NonNullable<ReplyInput['entry']> {
  const other = lang === 'fr' ? 'en' : 'fr'
  const of = (text: { fr?: string | undefined; en?: string | undefined }) => text[lang] ?? text[other] ?? ''
  return {
    question: of(entry.question),
    answer: of(entry.answer),
    keyPoints: entry.keyPoints.map(of),
    links: entry.links,
  }
}

const textOf = (input: ReplyInput): string => {
  const reply = composeReply(input)
  return reply.kind === 'reply' ? reply.text : ''
}

describe('whatever is asked of it, a reply', () => {
  const holds = (name: string, check: (text: string, input: ReplyInput) => void) =>
    test(name, () => {
      fc.assert(
        fc.property(inputs, (input) => check(textOf(input), input)),
        { numRuns: 3_000 },
      )
    })

  holds('holds no figure, link or address that is not the entry’s', (text, { entry, reference, backAt }) => {
    const own = [
      entry?.answer ?? '',
      ...(entry?.keyPoints ?? []),
      entry?.question ?? '',
      ...(entry?.links ?? []),
    ]
    const told = [reference ?? '', backAt?.kind === 'closed' ? backAt.when : '4']
    expect(factsOutside(text, [...own, ...told])).toEqual([])
  })

  holds('leaves no slot open and no choice of register unmade', (text) => {
    expect(text).not.toMatch(/[{}|]|\bundefined\b|\bnull\b/)
  })

  holds('is written in the page’s register', (text, { lang, register, entry }) => {
    if (lang !== 'fr') return
    // What the entry says is the brand's own; its register is the admin's.
    const ours = (entry?.keyPoints ?? [])
      .concat(entry?.answer ?? '')
      .reduce((rest, part) => rest.replace(part, ''), text)
    const off = register === 'vous' ? /\b(?:tu|toi|ton|ta|tes)\b/i : /\b(?:vous|votre|vos)\b/i
    if (!off.test((entry?.answer ?? '') + (entry?.keyPoints ?? []).join(' '))) expect(ours).not.toMatch(off)
  })

  holds('is punctuated as French and English are', (text, { lang }) => {
    expect(text).not.toMatch(/ {2}|\.\.(?!\.)|[,;] ?[.!?]|\s[.,](?!\d)/)
    if (lang === 'fr')
      expect(text.replace(/https?:\S+/g, '').replace(/\d:\d/g, '')).not.toMatch(/[^\s ][!?;](?=\s|$)/)
  })

  holds('says the same for the same seed', (text, input) => {
    expect(textOf(input)).toBe(text)
  })

  holds('fits the page', (text, input) => {
    const short = textOf({ ...input, maxLength: 280 })
    expect(short.length).toBeLessThanOrEqual(280)
    expect(text.length).toBeLessThanOrEqual(2_000)
  })
})

describe('a completion', () => {
  const entry = {
    question: 'Combien de temps met un virement ?',
    answer: 'Un virement arrive le jour ouvré suivant. Le virement instantané arrive en 10 secondes.',
    keyPoints: ['Arrive le jour ouvré suivant', 'Virement instantané : 10 secondes', 'Gratuit'],
    links: [],
  }
  const input: ReplyInput = {
    kind: 'complete',
    lang: 'fr',
    register: 'vous',
    seed: 's',
    brand: 'Lanterne',
    asker: 'Inès',
    member: 'Noé',
    entry,
    missing: [1],
    contradicted: [],
    said: [0],
    maxLength: 2_000,
    backAt: null,
    reference: null,
    signature: null,
  }

  test('adds what is missing alone and names the member', () => {
    const text = textOf(input)
    expect(text).toContain('10 secondes')
    expect(text).toContain('Noé')
    expect(text).not.toContain('jour ouvré')
    expect(text).not.toContain('ratuit')
  })

  test.each([
    ['a word that the entry writes small', 'Réservation au guichet', ': réservation au guichet'],
    ['an elided article', 'L’appli suffit', ': l’appli suffit'],
    ['a name', 'Lanterne Plus requis', ': Lanterne Plus requis'],
    ['an acronym', 'SMS de confirmation', ': SMS de confirmation'],
  ])('keeps or loses the capital after its lead: %s', (_, point, said) => {
    const answer = 'La réservation est ouverte à tous. Le virement part le soir.'
    const text = textOf({ ...input, entry: { ...entry, answer, keyPoints: ['Part le soir', point] } })
    expect(text).toContain(said)
  })

  test('of nothing is not made', () => {
    expect(composeReply({ ...input, missing: [] })).toEqual({ kind: 'cannot', reason: 'nothingToAdd' })
  })

  test.each([
    ['answer', 'noEntry'],
    ['complete', 'noEntry'],
    ['handOver', 'noReference'],
  ] as const)('%s without what it needs says why it cannot be worded', (kind, reason) => {
    expect(composeReply({ ...input, kind, entry: null })).toEqual({ kind: 'cannot', reason })
  })

  test.each(['validate', 'complete', 'acknowledge', 'warn'] as const)(
    'ten of a page do not look alike: %s',
    (kind) => {
      for (const lang of ['fr', 'en'] as const) {
        const backAt = { kind: 'open', withinMinutes: 240 } as const
        const texts = Array.from({ length: 10 }, (_, seed) =>
          textOf({ ...input, kind, lang, backAt, seed: `thread-${seed}` }),
        )
        expect(new Set(texts).size).toBeGreaterThanOrEqual(4)
      }
    },
  )
})
