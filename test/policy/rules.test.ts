// When the brand speaks and when it keeps silent: one row a situation, as a moderator would tell it.
import { describe, expect, test } from '@jest/globals'
import {
  compareQueue,
  defaultSettings,
  openThread,
  rulesByRank,
  step,
  type Thread,
  type ThreadEvent,
} from '../../src/policy/index.ts'
import { aPost } from './life.ts'
import { after, asked, type Row, situationIn } from './row.ts'

const yes = { value: true, confidence: 0.9, evidence: [] }
const fraud = { ...yes, reasons: ['fraud' as const] }
const approve = {
  kind: 'reviewed',
  suggestionId: 't.s1',
  threadVersion: 2,
  by: 'rosa',
  decision: { kind: 'approve' },
} as const
const told = (outcome: 'sent' | 'unknown'): ThreadEvent => ({
  kind: 'delivered',
  outboxId: 't.o1',
  outcome,
  externalId: outcome === 'sent' ? 'b' : null,
  text: '',
  reason: null,
})
const validated = [approve, told('sent')]
const posts = (by: 'asker' | 'lea', minutes: number): ThreadEvent => ({
  kind: 'posted',
  post: aPost('later', by, after(minutes)),
})
const solved = (externalId: string | null, minutes: number): ThreadEvent => ({
  kind: 'solved',
  externalId,
  byAuthorId: 'asker',
  version: after(minutes),
})

const rows: readonly Row[] = [
  {
    when: 'nobody answered yet',
    rule: 'communityFirst',
    becomes: 'waiting',
    says: 'The community answers first.',
  },
  {
    when: 'the window is over and an entry answers',
    at: 31,
    rule: 'unanswered',
    becomes: 'answer',
    says: 'The window is over and nobody answered.',
  },
  {
    when: 'the window is over and no entry answers',
    at: 31,
    matched: false,
    rule: 'humanNeeded',
    becomes: 'escalated',
    says: 'No entry answers this: a human writes the reply.',
  },
  {
    when: 'a member answered rightly',
    answers: ['supported'],
    rule: 'supportedAnswer',
    becomes: 'validate',
    says: 'A member answered rightly.',
  },
  {
    when: 'a right and a wrong answer stand: the right one first',
    answers: ['contradicted', 'supported'],
    rule: 'supportedAnswer',
    becomes: 'validate',
    says: 'A member answered rightly.',
  },
  {
    when: 'a member answered wrongly',
    answers: ['contradicted'],
    rule: 'wrongAnswer',
    becomes: 'correct',
    says: 'A member’s answer contradicts the entry.',
  },
  {
    when: 'two members answered wrongly: corrected together',
    answers: ['contradicted', 'contradicted'],
    rule: 'wrongAnswer',
    becomes: 'correct',
    says: '2 answers contradict the entry.',
  },
  {
    when: 'an answer lacks a point',
    answers: ['incomplete'],
    rule: 'incompleteAnswer',
    becomes: 'complete',
    says: 'A right answer lacks 1 of the needed points.',
  },
  {
    when: 'somebody only says "me too"',
    answers: ['unrelated'],
    rule: 'communityFirst',
    becomes: 'waiting',
    says: 'The community answers first.',
  },
  {
    when: 'a post names a foreign number, even beside a right one',
    answers: ['supported', 'risky'],
    rule: 'riskyAnswer',
    becomes: 'warn',
    says: 'A post looks risky (foreign-phone).',
  },
  {
    when: 'a colleague answered on the page itself',
    answers: ['brand'],
    rule: 'humanReplied',
    becomes: 'answered',
    says: 'A human of the brand replied on the platform.',
  },
  {
    when: 'the asker asks again after a colleague',
    answers: ['brand', 'asker'],
    rule: 'communityFirst',
    becomes: 'waiting',
    says: 'The community answers first.',
  },
  {
    when: 'only the customer’s file answers',
    screening: { private: yes },
    rule: 'privateQuestion',
    becomes: 'handOver',
    says: 'Only this customer’s own file can answer.',
  },
  {
    when: 'only the file answers, on a page without private means',
    screening: { private: yes },
    page: { privateMeans: 'none' },
    rule: 'privateQuestion',
    becomes: 'escalated',
    says: 'Only this customer’s own file can answer, and the page has no private means.',
  },
  {
    when: 'the asker goes on with a talk that the brand took private',
    screening: { private: yes },
    events: [{ ...approve, threadVersion: 1 }, told('sent'), posts('asker', 4)],
    again: { at: 5 },
    rule: 'privateTalk',
    becomes: 'escalated',
    says: 'The asker goes on in private: a human reads it.',
  },
  {
    when: 'the question shows an IBAN',
    screening: { pii: [{ kind: 'iban', span: { start: 0, end: 4 } }] },
    rule: 'personalData',
    becomes: 'handOver',
    says: 'The question shows personal data in public (iban).',
  },
  {
    when: 'money is being taken right now',
    screening: { crisis: fraud },
    rule: 'crisis',
    becomes: 'escalate',
    says: 'This needs a human at once: fraud.',
  },
  {
    when: 'a crisis, even beside a right answer',
    answers: ['supported'],
    screening: { crisis: fraud },
    rule: 'crisis',
    becomes: 'escalate',
    says: 'This needs a human at once: fraud.',
  },
  {
    when: 'praise, and the page does not thank',
    matched: false,
    screening: { kind: 'praise' },
    rule: 'noQuestion',
    becomes: 'waiting',
    says: 'This is praise: nothing to answer.',
  },
  {
    when: 'praise, and the page thanks',
    matched: false,
    screening: { kind: 'praise' },
    page: { thankPraise: true },
    rule: 'noQuestion',
    becomes: 'thank',
    says: 'A customer praises the brand.',
  },
  {
    when: 'words are surely praise, and match an entry less surely',
    screening: { kind: 'praise', kindConfidence: 0.999 },
    rule: 'noQuestion',
    becomes: 'waiting',
    says: 'This is praise: nothing to answer.',
  },
  {
    when: 'members chat',
    matched: false,
    screening: { kind: 'chitchat' },
    rule: 'noQuestion',
    becomes: 'waiting',
    says: 'This is chit-chat: nothing to answer.',
  },
  {
    when: 'the newest post is not judged yet',
    judged: false,
    rule: 'judging',
    becomes: 'waiting',
    says: 'The newest content is being judged.',
  },
  {
    when: 'the asker marks an answer as the solution',
    answers: ['unrelated'],
    events: [solved('p0', 1)],
    rule: 'settled',
    becomes: 'settled',
    says: 'The thread is settled.',
  },
  {
    when: 'the asker says thank you, it works',
    answers: ['unrelated', 'asker'],
    thanks: true,
    rule: 'solved',
    becomes: 'settled',
    says: 'The asker says that it is solved.',
  },
  {
    when: 'the asker thanks for a wrong answer',
    answers: ['contradicted', 'asker'],
    thanks: true,
    rule: 'wrongAnswer',
    becomes: 'correct',
    says: 'A member’s answer contradicts the entry.',
  },
  {
    when: 'the asker comes back after the validated answer: the community first',
    answers: ['supported'],
    events: [...validated, posts('asker', 4)],
    again: { at: 5 },
    rule: 'communityFirst',
    becomes: 'waiting',
    says: 'The community answers first.',
  },
  {
    when: 'the asker comes back, the entry was said already, and nobody answers',
    answers: ['supported'],
    events: [...validated, posts('asker', 4)],
    again: { at: 40 },
    rule: 'followUp',
    becomes: 'escalated',
    says: 'The asker comes back after the answer: a human looks.',
  },
  {
    when: 'the asker comes back with what another entry answers',
    answers: ['supported'],
    events: [...validated, posts('asker', 4)],
    again: { at: 40, entry: 'other' },
    rule: 'unanswered',
    becomes: 'answer',
    says: 'The window is over and nobody answered.',
  },
  {
    when: 'the asker comes back after marking it solved',
    answers: ['unrelated'],
    events: [solved('p0', 3), posts('asker', 4)],
    again: { at: 40 },
    rule: 'unanswered',
    becomes: 'answer',
    says: 'The window is over and nobody answered.',
  },
  {
    when: 'the asker takes the mark back',
    answers: ['unrelated'],
    events: [solved('p0', 3), solved(null, 4)],
    rule: 'communityFirst',
    becomes: 'waiting',
    says: 'The community answers first.',
  },
  {
    when: 'a member answers wrongly after a colleague',
    answers: ['brand', 'contradicted'],
    rule: 'wrongAnswer',
    becomes: 'correct',
    says: 'A member’s answer contradicts the entry.',
  },
  {
    when: 'a member answered wrongly before a colleague, who has read it',
    answers: ['contradicted', 'brand'],
    rule: 'humanReplied',
    becomes: 'answered',
    says: 'A human of the brand replied on the platform.',
  },
  {
    when: 'a wrong answer comes after the validated one',
    answers: ['supported'],
    events: [...validated, posts('lea', 4)],
    again: { at: 5, late: 'contradicted' },
    rule: 'wrongAnswer',
    becomes: 'correct',
    says: 'A member’s answer contradicts the entry.',
  },
  {
    when: 'another right answer comes after the validated one: its author is credited',
    answers: ['supported'],
    events: [...validated, posts('lea', 4)],
    again: { at: 5, late: 'supported' },
    rule: 'supportedAnswer',
    becomes: 'validate',
    says: 'A member answered rightly.',
  },
  {
    when: 'the asker thanks in advance',
    thanks: true,
    rule: 'communityFirst',
    becomes: 'waiting',
    says: 'The community answers first.',
  },
  {
    when: 'the question was deleted',
    events: [{ kind: 'deleted', externalId: 'q' }],
    rule: 'gone',
    becomes: 'gone',
    says: 'The question was deleted.',
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
    says: 'Nobody answered yet: the customer is told that they were heard.',
  },
  {
    when: 'a draft was approved and is on its way',
    answers: ['supported'],
    events: [approve],
    rule: 'inFlight',
    becomes: 'waiting',
    says: 'A reply is on its way.',
  },
  {
    when: 'the validated answer is out',
    answers: ['supported'],
    events: validated,
    rule: 'alreadyAnswered',
    becomes: 'answered',
    says: 'The question is answered.',
  },
  {
    when: 'it is not known whether the reply is out',
    answers: ['supported'],
    events: [approve, told('unknown')],
    rule: 'inFlight',
    becomes: 'escalated',
    says: 'It is not known whether a reply was posted: a human looks.',
  },
  {
    when: 'a moderator rejected the draft',
    answers: ['supported'],
    events: [{ ...approve, decision: { kind: 'reject', reason: '' } }],
    rule: 'communityFirst',
    becomes: 'waiting',
    says: 'The community answers first.',
  },
]

describe('when', () => {
  test.each(rows.map((row) => [row.when, row.becomes, row] as const))('%s: %s', (_, becomes, row) => {
    const thread = situationIn(row)
    expect(thread.why.rule).toBe(row.rule)
    expect(thread.suggestion?.kind ?? thread.state).toBe(becomes)
    expect(thread.why.sentence).toBe(row.says)
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

test('followers are shown and change nothing: no act, no clock, no place in the queue', () => {
  for (const row of rows) {
    const [quiet, famous] = [situationIn(row), situationIn({ ...row, influence: 2_000_000 })]
    const blind = (thread: Thread) => ({
      ...thread,
      posts: thread.posts.map((post) => ({ ...post, author: { ...post.author, influence: null } })),
    })
    expect(blind(famous)).toEqual(blind(quiet))
    expect(compareQueue({ ...famous, id: 'a' }, { ...quiet, id: 'a' })).toBe(0)
  }
})
