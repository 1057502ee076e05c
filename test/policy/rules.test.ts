// When the brand speaks and when it keeps silent: one row a situation, as a moderator would tell it.
import { describe, expect, test } from '@jest/globals'
import type { KnownVerdict, Screening } from '../../knowledge/index.ts'
import {
  defaultSettings,
  openThread,
  type PageSettings,
  rulesByRank,
  step,
  type Thread,
  type ThreadEvent,
} from '../../src/policy/index.ts'
import { aPost, judgementOf } from './life.ts'

const asked = Date.parse('2026-03-03T10:00:00+01:00')
const minuteMs = 60_000
const after = (minutes: number) => asked + minutes * minuteMs

interface Row {
  /** In a moderator's words. */
  when: string
  rule: string
  /** The drafted act, or where the thread stands in silence. */
  becomes: string
  /** Minutes after the question. */
  at?: number
  answers?: readonly (KnownVerdict | 'brand' | 'asker')[]
  matched?: boolean
  screening?: Partial<Screening>
  thanks?: boolean
  page?: Partial<PageSettings>
  /** What else happened, after everything was judged. */
  events?: readonly ThreadEvent[]
  judged?: boolean
}

const yes = { value: true, confidence: 0.9, evidence: [] }
const fraud = { ...yes, reasons: ['fraud' as const] }
const approve = (suggestionId: string, version: number): ThreadEvent => ({
  kind: 'reviewed',
  suggestionId,
  threadVersion: version,
  by: 'rosa',
  decision: { kind: 'approve' },
})

const rows: readonly Row[] = [
  { when: 'nobody answered yet', rule: 'communityFirst', becomes: 'waiting' },
  { when: 'the window is over and an entry answers', at: 31, rule: 'unanswered', becomes: 'answer' },
  {
    when: 'the window is over and no entry answers',
    at: 31,
    matched: false,
    rule: 'humanNeeded',
    becomes: 'escalated',
  },
  { when: 'a member answered rightly', answers: ['supported'], rule: 'supportedAnswer', becomes: 'validate' },
  {
    when: 'a right and a wrong answer stand: the right one first',
    answers: ['contradicted', 'supported'],
    rule: 'supportedAnswer',
    becomes: 'validate',
  },
  { when: 'a member answered wrongly', answers: ['contradicted'], rule: 'wrongAnswer', becomes: 'correct' },
  {
    when: 'two members answered wrongly: corrected together',
    answers: ['contradicted', 'contradicted'],
    rule: 'wrongAnswer',
    becomes: 'correct',
  },
  { when: 'an answer lacks a point', answers: ['incomplete'], rule: 'incompleteAnswer', becomes: 'complete' },
  { when: 'somebody only says "me too"', answers: ['unrelated'], rule: 'communityFirst', becomes: 'waiting' },
  {
    when: 'a post names a foreign number, even beside a right one',
    answers: ['supported', 'risky'],
    rule: 'riskyAnswer',
    becomes: 'warn',
  },
  {
    when: 'a colleague answered on the page itself',
    answers: ['brand'],
    rule: 'humanReplied',
    becomes: 'answered',
  },
  {
    when: 'the asker asks again after a colleague',
    answers: ['brand', 'asker'],
    rule: 'communityFirst',
    becomes: 'waiting',
  },
  {
    when: 'only the customer’s file answers',
    screening: { private: yes },
    rule: 'privateQuestion',
    becomes: 'handOver',
  },
  {
    when: 'only the file answers, on a page without private means',
    screening: { private: yes },
    page: { privateMeans: 'none' },
    rule: 'communityFirst',
    becomes: 'waiting',
  },
  {
    when: 'the question shows an IBAN',
    screening: { pii: [{ kind: 'iban', span: { start: 0, end: 4 } }] },
    rule: 'personalData',
    becomes: 'handOver',
  },
  {
    when: 'money is being taken right now',
    screening: { crisis: fraud },
    rule: 'crisis',
    becomes: 'escalate',
  },
  {
    when: 'a crisis, even beside a right answer',
    answers: ['supported'],
    screening: { crisis: fraud },
    rule: 'crisis',
    becomes: 'escalate',
  },
  {
    when: 'praise, and the page does not thank',
    matched: false,
    screening: { kind: 'praise' },
    rule: 'noQuestion',
    becomes: 'waiting',
  },
  {
    when: 'praise, and the page thanks',
    matched: false,
    screening: { kind: 'praise' },
    page: { thankPraise: true },
    rule: 'noQuestion',
    becomes: 'thank',
  },
  {
    when: 'members chat',
    matched: false,
    screening: { kind: 'chitchat' },
    rule: 'noQuestion',
    becomes: 'waiting',
  },
  { when: 'the newest post is not judged yet', judged: false, rule: 'judging', becomes: 'waiting' },
  {
    when: 'the asker marks an answer as the solution',
    answers: ['unrelated'],
    events: [{ kind: 'solved', externalId: 'p0', byAuthorId: 'asker' }],
    rule: 'settled',
    becomes: 'settled',
  },
  {
    when: 'the asker says thank you, it works',
    answers: ['unrelated', 'asker'],
    thanks: true,
    rule: 'solved',
    becomes: 'settled',
  },
  {
    when: 'the asker thanks for a wrong answer',
    answers: ['contradicted', 'asker'],
    thanks: true,
    rule: 'wrongAnswer',
    becomes: 'correct',
  },
  { when: 'the asker thanks in advance', thanks: true, rule: 'communityFirst', becomes: 'waiting' },
  {
    when: 'the question was deleted',
    events: [{ kind: 'deleted', externalId: 'q' }],
    rule: 'gone',
    becomes: 'gone',
  },
  {
    when: 'the page wants a moderator to acknowledge',
    at: 6,
    page: {
      autonomy: {
        ...defaultSettings({ pageId: 'p', channel: 's', brand: 'B', name: 'P' }).autonomy,
        acknowledge: { mode: 'manual' },
      },
    },
    rule: 'acknowledgement',
    becomes: 'acknowledge',
  },
  {
    when: 'a draft was approved and is on its way',
    answers: ['supported'],
    events: [approve('t.s1', 2)],
    rule: 'inFlight',
    becomes: 'waiting',
  },
  {
    when: 'the validated answer is out',
    answers: ['supported'],
    events: [
      approve('t.s1', 2),
      { kind: 'delivered', outboxId: 't.o1', outcome: 'sent', externalId: 'b', text: '', reason: null },
    ],
    rule: 'alreadyAnswered',
    becomes: 'answered',
  },
  {
    when: 'it is not known whether the reply is out',
    answers: ['supported'],
    events: [
      approve('t.s1', 2),
      { kind: 'delivered', outboxId: 't.o1', outcome: 'unknown', externalId: null, text: '', reason: null },
    ],
    rule: 'inFlight',
    becomes: 'escalated',
  },
  {
    when: 'a moderator rejected the draft',
    answers: ['supported'],
    events: [{ ...approve('t.s1', 2), decision: { kind: 'reject', reason: '' } } as ThreadEvent],
    rule: 'communityFirst',
    becomes: 'waiting',
  },
]

function live(row: Row): Thread {
  const settings: PageSettings = {
    ...defaultSettings({ pageId: 'p', channel: 'stage', brand: 'B', name: 'P' }),
    country: null,
    ...row.page,
  }
  const now = after(row.at ?? 3)
  let thread = openThread({ id: 't', channel: 'stage', pageId: 'p', externalId: 'q' }, asked)
  const tell = (event: ThreadEvent) => {
    thread = step(thread, event, { now, settings }).thread
  }
  tell({ kind: 'posted', post: aPost('q', 'asker', asked) })
  const members = ['noe', 'lea', 'max'] as const
  for (const [place, answer] of (row.answers ?? []).entries()) {
    const by = answer === 'brand' || answer === 'asker' ? answer : (members[place] ?? 'noe')
    tell({ kind: 'posted', post: aPost(`p${place}`, by, asked + (place + 1) * 1_000) })
  }
  if (row.judged === false) return thread
  const about = {
    matched: row.matched ?? true,
    verdict: 0,
    post: 0,
    crisis: false,
    secret: false,
    pii: false,
  }
  const judgement = judgementOf(thread, about, now)
  const verdicts = (row.answers ?? []).filter(
    (one): one is KnownVerdict => one !== 'brand' && one !== 'asker',
  )
  const order: readonly KnownVerdict[] = ['supported', 'incomplete', 'contradicted', 'unrelated', 'risky']
  const answers = judgement.answers.flatMap((answer, place) => {
    const as = judgementOf(thread, { ...about, verdict: order.indexOf(verdicts[place] ?? 'unrelated') }, now)
    return as.answers[0] ? [{ ...as.answers[0], postId: answer.postId }] : []
  })
  tell({
    kind: 'judged',
    judgement: {
      ...judgement,
      answers,
      thanks: row.thanks ?? false,
      screening: { ...judgement.screening, ...row.screening },
    },
  })
  for (const event of row.events ?? []) tell(event)
  if (row.rule === 'settled') tell({ kind: 'woke' })
  return thread
}

describe('when', () => {
  test.each(rows.map((row) => [row.when, row.becomes, row] as const))('%s: %s', (_, becomes, row) => {
    const thread = live(row)
    expect(thread.why.rule).toBe(row.rule)
    expect(thread.suggestion?.kind ?? thread.state).toBe(becomes)
    expect(thread.why.sentence).toMatch(/\S/)
  })

  test('every rule has a row', () => {
    const covered = new Set(rows.map(({ rule }) => rule))
    const elsewhere = ['rootless']
    expect(
      rulesByRank()
        .map(({ name }) => name)
        .filter((name) => !covered.has(name) && !elsewhere.includes(name)),
    ).toEqual([])
  })

  test('an answer before its question waits for it', () => {
    const settings = defaultSettings({ pageId: 'p', channel: 'stage', brand: 'B', name: 'P' })
    const opened = openThread({ id: 't', channel: 'stage', pageId: 'p', externalId: 'q' }, asked)
    const { thread } = step(
      opened,
      { kind: 'posted', post: aPost('p0', 'noe', asked) },
      { now: asked, settings },
    )
    expect([thread.state, thread.why.rule]).toEqual(['rootless', 'rootless'])
  })
})
