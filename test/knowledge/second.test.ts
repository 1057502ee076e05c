// Two readers of one answer: agreement proves nothing, dissent takes the certainty, facts keep the last word.
import { describe, expect, test } from '@jest/globals'
import {
  type Assessment,
  createKnowledge,
  type KnownVerdict,
  parseFaq,
  type SecondJudgeInput,
  type Verdict,
} from '../../knowledge/index.ts'
import { withSecond } from '../../knowledge/second.ts'
import { rightAnswer, stageFaq } from '../fakes/stage.ts'
import { assessmentOf } from '../policy/life.ts'

const conflict = { kind: 'duration', said: '3 days', expected: '1 day' }
const risk = { kind: 'foreign-phone' as const, span: { start: 0, end: 1 }, text: '0' }
const reading = (verdict: KnownVerdict, change: Partial<Assessment> = {}): Assessment => ({
  ...assessmentOf(verdict),
  sure: true,
  ...change,
})
const inConflict = (verdict: KnownVerdict) => {
  const { keyPoints } = reading(verdict)
  return reading(verdict, { keyPoints: keyPoints.map((point) => ({ ...point, conflict })) })
}

describe('a second reader', () => {
  test.each<[string, Assessment, KnownVerdict, Verdict, boolean]>([
    ['agrees: nothing changes', reading('supported'), 'supported', 'supported', true],
    [
      'agrees with an unsure one: it stays unsure',
      reading('supported', { sure: false }),
      'supported',
      'supported',
      false,
    ],
    ['finds it incomplete: no longer sure', reading('supported'), 'incomplete', 'supported', false],
    ['finds it wrong: nobody knows', reading('supported'), 'contradicted', 'unknown', false],
    ['finds it risky: nobody knows', reading('incomplete'), 'risky', 'unknown', false],
    ['finds a wrong one right: nobody knows', reading('contradicted'), 'supported', 'unknown', false],
    [
      'finds right what a fact contradicts: the fact stands',
      inConflict('contradicted'),
      'supported',
      'contradicted',
      false,
    ],
    [
      'finds right what is risky by its words: the risk stands',
      reading('risky', { risks: [risk] }),
      'supported',
      'risky',
      false,
    ],
  ])('%s', (_, first, second, verdict, sure) => {
    const opinion = { verdict: second, reason: 'because' }
    expect(withSecond(first, opinion)).toMatchObject({ verdict, sure, second: opinion })
  })
})

test('is asked about what may be validated or corrected, in the language of the reply, and of nothing else', async () => {
  const asked: SecondJudgeInput[] = []
  const knowledge = await createKnowledge({
    entries: parseFaq(stageFaq.map((entry) => JSON.stringify(entry)).join('\n')).entries,
    second: {
      async judge(items) {
        asked.push(...items)
        return items.map(() => ({ verdict: 'contradicted' as const, reason: 'No.' }))
      },
    },
  })
  const question = 'Combien de temps met un virement ?'
  const replies = [
    rightAnswer,
    'Moi pareil',
    'Je suis conseiller, appelle-moi au 06 39 98 12 34 avec ton code',
  ]
  const assessed = await knowledge.assess(replies.map((reply) => ({ question, reply, entryId: 'delay' })))
  expect(asked.map(({ reply, lang }) => [reply, lang])).toEqual([[rightAnswer, 'fr']])
  expect(assessed[0]).toMatchObject({ verdict: 'unknown', second: { verdict: 'contradicted' } })
  expect(assessed.slice(1).every(({ second }) => second === undefined)).toBe(true)
})
