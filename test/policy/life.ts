// A thread's life as random events, and what must hold after each of them; the same for the policy and for its mutants.
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import type { Assessment, KnownVerdict, PostKind, Screening } from '../../knowledge/index.ts'
import type * as policy from '../../src/policy/index.ts'
import type {
  JudgedAnswer,
  Judgement,
  PageSettings,
  Post,
  Thread,
  ThreadEvent,
} from '../../src/policy/index.ts'

export type Policy = Pick<typeof policy, 'step' | 'openThread' | 'defaultSettings'>

/** Sunday before the clock is put back in Paris, 01:00: a life crosses 02:30 twice. */
export const begins = Date.parse('2026-10-25T01:00:00+02:00')
const minuteMs = 60_000
const people = ['asker', 'noe', 'lea', 'max', 'brand'] as const
const verdicts: readonly KnownVerdict[] = ['supported', 'incomplete', 'contradicted', 'unrelated', 'risky']
const kinds: readonly PostKind[] = ['question', 'complaint', 'praise', 'chitchat', 'spam']

/** What somebody or something does next; numbers choose among what there is. */
export type Move =
  | { kind: 'post'; by: (typeof people)[number]; late: number }
  | { kind: 'edit' | 'delete' | 'like' | 'hide' | 'solve' | 'again'; nth: number }
  | {
      kind: 'judge'
      matched: boolean
      verdict: number
      post: number
      crisis: boolean
      secret: boolean
      pii: boolean
    }
  | {
      kind: 'review'
      decision: 'approve' | 'edit' | 'reject' | 'stop'
      by: number
      stale: boolean
      /** On what a colleague has just decided. */
      raced: boolean
    }
  | { kind: 'command'; nth: number }
  | { kind: 'deliver'; outcome: 'sent' | 'rejected' | 'unknown' }
  | { kind: 'pass'; minutes: number }
  | { kind: 'settings'; automatic: boolean; braked: boolean }
  | { kind: 'revise' | 'pick' | 'root' }
  | { kind: 'restart' }

const nth = fc.nat({ max: 20 })
const restart: fc.Arbitrary<Move> = fc.constant({ kind: 'restart' })
const move: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('post' as const),
      by: fc.constantFrom(...people),
      late: fc.nat({ max: 90 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constantFrom(
        'edit' as const,
        'delete' as const,
        'like' as const,
        'hide' as const,
        'solve' as const,
        'again' as const,
      ),
      nth,
    }),
  },
  {
    weight: 9,
    arbitrary: fc.record({
      kind: fc.constant('judge' as const),
      matched: fc.boolean(),
      verdict: nth,
      post: nth,
      crisis: fc.integer({ min: 0, max: 11 }).map((chance) => chance === 0),
      secret: fc.integer({ min: 0, max: 5 }).map((chance) => chance === 0),
      pii: fc.integer({ min: 0, max: 9 }).map((chance) => chance === 0),
    }),
  },
  {
    weight: 10,
    arbitrary: fc.record({
      kind: fc.constant('review' as const),
      decision: fc.constantFrom(
        'approve' as const,
        'approve' as const,
        'approve' as const,
        'approve' as const,
        'edit' as const,
        'reject' as const,
        'stop' as const,
      ),
      by: fc.nat({ max: 2 }),
      stale: fc.integer({ min: 0, max: 7 }).map((chance) => chance === 0),
      raced: fc.integer({ min: 0, max: 7 }).map((chance) => chance === 0),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('command' as const), nth }) },
  {
    weight: 9,
    arbitrary: fc.record({
      kind: fc.constant('deliver' as const),
      outcome: fc.constantFrom(
        'sent' as const,
        'sent' as const,
        'sent' as const,
        'sent' as const,
        'rejected' as const,
        'unknown' as const,
      ),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('pass' as const),
      // A machine's clock is put right: it may go back.
      minutes: fc.oneof(fc.integer({ min: -90, max: 45 }), fc.nat({ max: 14_400 })),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('settings' as const),
      automatic: fc.boolean(),
      braked: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constantFrom('revise' as const, 'pick' as const, 'root' as const) }),
  },
  { weight: 1, arbitrary: restart },
)

/** Most lives begin with the question; in some an answer is delivered before it. */
export const lives = fc
  .tuple(fc.integer({ min: 0, max: 9 }), fc.array(move, { minLength: 5, maxLength: 59 }))
  .map(([chance, moves]): Move[] => (chance === 0 ? moves : [{ kind: 'root' }, ...moves]))

export interface Moment {
  before: Thread
  after: Thread
  event: ThreadEvent
  orders: ReturnType<Policy['step']>['orders']
  refusal: ReturnType<Policy['step']>['refusal']
  now: number
  settings: PageSettings
}

/** Lives the moves; `look` is asked after each event. */
export function live(
  { step, openThread, defaultSettings }: Policy,
  moves: readonly Move[],
  look: (moment: Moment) => void,
): Thread {
  let now = begins
  let settings: PageSettings = {
    ...defaultSettings({ pageId: 'p', channel: 'stage', brand: 'B', name: 'P' }),
    country: null,
    thankPraise: true,
  }
  let thread = openThread({ id: 't', channel: 'stage', pageId: 'p', externalId: 'q' }, now)
  let posted = 0
  const told: ThreadEvent[] = []

  function tell(event: ThreadEvent): void {
    const before = thread
    const { thread: after, orders, refusal } = step(before, event, { now, settings })
    thread = after
    look({ before, after, event, orders, refusal, now, settings })
  }
  for (const one of moves) {
    if (one.kind === 'pass') pass(one.minutes * minuteMs)
    else if (one.kind === 'restart') thread = restarted(thread)
    else {
      const event = eventOf(one)
      if (event) tell(event)
      if (event && one.kind !== 'again') told.push(event)
    }
  }
  return thread

  function eventOf(one: Exclude<Move, { kind: 'pass' | 'restart' }>): ThreadEvent | null | undefined {
    const posts = thread.posts
    const some = posts[('nth' in one ? one.nth : 0) % Math.max(1, posts.length)]
    switch (one.kind) {
      case 'post': {
        posted += 1
        return { kind: 'posted', post: aPost(`p${posted}`, one.by, now - one.late * minuteMs) }
      }
      case 'again':
        return told.at(-1 - one.nth)
      case 'edit':
        return (
          some && { kind: 'edited', externalId: some.externalId, text: `edited ${one.nth}`, version: one.nth }
        )
      case 'delete':
        // The question goes seldom: most lives would end there.
        return some && (some.externalId !== 'q' || one.nth > 18)
          ? { kind: 'deleted', externalId: some.externalId }
          : undefined
      case 'like':
        return some && { kind: 'liked', externalId: some.externalId, likes: one.nth, version: now }
      case 'hide':
        return (
          some && { kind: 'hidden', externalId: some.externalId, hidden: one.nth % 2 === 0, version: now }
        )
      case 'solve':
        return (
          some && {
            kind: 'solved',
            externalId: one.nth % 5 === 0 ? null : some.externalId,
            byAuthorId: one.nth % 3 === 0 ? 'noe' : 'asker',
            version: now,
          }
        )
      case 'judge':
        return { kind: 'judged', judgement: judgementOf(thread, one, now) }
      case 'review': {
        const decided = told.findLast((event) => event.kind === 'reviewed')
        if (one.raced && decided) return { ...decided, by: `moderator-${one.by}` }
        return thread.suggestion
          ? {
              kind: 'reviewed',
              suggestionId: thread.suggestion.id,
              threadVersion: thread.version - Number(one.stale),
              by: `moderator-${one.by}`,
              decision:
                one.decision === 'edit'
                  ? { kind: 'edit', text: 'other words' }
                  : one.decision === 'reject'
                    ? { kind: 'reject', reason: '' }
                    : { kind: one.decision },
            }
          : undefined
      }
      case 'command': {
        const commands = [
          { kind: 'reply', text: 'by hand', private: false },
          { kind: 'reply', text: 'by hand, to the asker', private: true },
          { kind: 'escalate', reason: 'look' },
          { kind: 'calm' },
          { kind: 'settle' },
          { kind: 'reopen' },
        ] as const
        return {
          kind: 'commanded',
          by: 'moderator-0',
          command: commands[one.nth % commands.length] ?? commands[0],
        }
      }
      case 'deliver': {
        const act = thread.acts.find(({ state }) => state === 'posting' || state === 'unknown')
        return (
          act && {
            kind: 'delivered',
            outboxId: act.outboxId,
            outcome: one.outcome,
            externalId: `out-${act.outboxId}`,
            text: 'said',
            reason: null,
          }
        )
      }
      case 'settings': {
        const mode = one.automatic
          ? ({ mode: 'automatic', precision: 0.5 } as const)
          : ({ mode: 'manual' } as const)
        settings = {
          ...settings,
          version: settings.version + 1,
          autonomy: {
            ...settings.autonomy,
            acknowledge: one.automatic ? { mode: 'manual' } : { mode: 'automatic', precision: 0.5 },
            validate: mode,
            answer: mode,
            complete: { mode: 'paused', pauseMs: 5 * minuteMs },
          },
          brake: one.braked && one.automatic ? { reason: 'spike', since: now } : null,
          topicBrakes: one.braked ? { general: { reason: 'spike', since: now } } : {},
        }
        return one.braked ? { kind: 'brake', pulled: true, reason: 'spike' } : { kind: 'settingsChanged' }
      }
      case 'revise':
        return { kind: 'entryRevised', entryId: 'e', revision: 2 }
      case 'root':
        return { kind: 'posted', post: aPost('q', 'asker', begins) }
      case 'pick':
        return { kind: 'entryPicked', entryId: 'e', by: 'moderator-0' }
    }
  }

  /** Time passes, and the scheduler wakes the thread at each moment it asked for. */
  function pass(ms: number): void {
    const until = now + ms
    for (let times = 0; thread.wakeAt !== null && thread.wakeAt <= until; times += 1) {
      if (times > 50) throw new Error('It wants to be woken for ever.')
      now = Math.max(now, thread.wakeAt)
      tell({ kind: 'woke' })
    }
    now = until
  }
}

/** What a restart finds is what was written down; a thread must be plain data to come back the same. */
function restarted(thread: Thread): Thread {
  const found = JSON.parse(JSON.stringify(thread)) as Thread
  if (!isDeepStrictEqual(found, thread)) throw new Error('It does not come back from a restart as it was.')
  return found
}

export function aPost(externalId: string, by: (typeof people)[number], at: number): Post {
  const role = by === 'asker' ? 'asker' : by === 'brand' ? 'brand' : 'member'
  return {
    id: `t.${externalId}`,
    externalId,
    replyTo: externalId === 'q' ? null : 'q',
    author: { id: by, name: by, role, influence: by === 'noe' ? 900_000 : null },
    text: `${externalId} by ${by}`,
    at,
    version: 0,
    deleted: false,
    hidden: false,
    likes: 0,
    private: false,
    outboxId: null,
  }
}

export function judgementOf(
  thread: Thread,
  { matched, verdict, post, crisis, secret, pii }: Omit<Extract<Move, { kind: 'judge' }>, 'kind'>,
  at: number,
): Judgement {
  const answers = thread.posts.filter(
    ({ author, deleted, hidden }) => author.role === 'member' && !deleted && !hidden,
  )
  return {
    threadVersion: thread.version,
    at,
    screening: screeningOf(kinds[post % 9] ?? 'question', crisis, secret, pii),
    match: {
      candidates: [],
      decision: matched
        ? { kind: 'entry', entryId: 'e', confidence: 0.9 }
        : { kind: 'none', confidence: 0.9 },
    },
    entry: matched ? { id: 'e', revision: 1, topic: 'general' } : null,
    thanks: verdict === 13,
    colleagueAgrees: verdict === 7,
    answers: answers.map((one, place) =>
      judgedAs(one, verdicts[(verdict + place * post) % 5] ?? 'unrelated', matched),
    ),
  }
}

function screeningOf(kind: PostKind, crisis: boolean, secret: boolean, pii: boolean): Screening {
  return {
    lang: 'fr',
    kind,
    kindConfidence: 0.9,
    private: { value: secret, confidence: 0.9, evidence: [] },
    crisis: { value: crisis, confidence: 0.9, reasons: crisis ? ['fraud'] : [], evidence: [] },
    pii: pii ? [{ kind: 'iban', span: { start: 0, end: 1 } }] : [],
    scam: { value: false, evidence: [] },
    substantive: true,
  }
}

function judgedAs(post: Post, verdict: KnownVerdict, matched: boolean): JudgedAnswer {
  const risks =
    verdict === 'risky' ? [{ kind: 'foreign-phone' as const, span: { start: 0, end: 1 }, text: '0' }] : []
  return {
    postId: post.id,
    substantive: verdict !== 'unrelated',
    assessment: matched ? assessmentOf(verdict, risks) : null,
    risks,
  }
}

export function assessmentOf(verdict: KnownVerdict, risks: Assessment['risks'] = []): Assessment {
  const point = (index: number, state: 'said' | 'contradicted' | 'absent') => ({
    index,
    state,
    needed: true,
    confidence: 0.9,
    quote: null,
    conflict: null,
  })
  const said = verdict === 'supported' || verdict === 'incomplete'
  return {
    entryId: 'e',
    verdict,
    confidence: 0.9,
    sure: verdict === 'supported',
    probabilities: { supported: 0, incomplete: 0, contradicted: 0, unrelated: 0, risky: 0, [verdict]: 1 },
    keyPoints: [
      point(0, verdict === 'contradicted' ? 'contradicted' : said ? 'said' : 'absent'),
      point(1, verdict === 'supported' ? 'said' : 'absent'),
    ],
    risks,
    basis: 'facts',
  }
}
