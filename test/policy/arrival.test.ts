// Whatever the order in which a thread's events arrive, and however often, the same thread comes of them.
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  compareQueue,
  defaultSettings,
  openThread,
  type PageSettings,
  step,
  type Thread,
  type ThreadEvent,
} from '../../src/policy/index.ts'
import { aPost, begins, judgementOf } from './life.ts'

const seed = Number(process.env.SEED ?? 20_261_125)
const settings: PageSettings = {
  ...defaultSettings({ pageId: 'p', channel: 'stage', brand: 'B', name: 'P' }),
  country: null,
}
const minuteMs = 60_000
const looked = begins + 8 * 60 * minuteMs

const place = fc.nat({ max: 5 })
const change = fc.record({
  kind: fc.constantFrom(
    'edited' as const,
    'deleted' as const,
    'liked' as const,
    'hidden' as const,
    'solved' as const,
  ),
  place,
  value: place,
})

/** A question, up to five posts, and what became of them: told in the order in which it happened. */
const stories = fc
  .tuple(
    fc.array(fc.constantFrom('asker' as const, 'noe' as const, 'lea' as const, 'brand' as const), {
      maxLength: 5,
    }),
    fc.array(change, { maxLength: 12 }),
  )
  .map(([authors, changes]): ThreadEvent[] => [
    { kind: 'posted', post: aPost('q', 'asker', begins) },
    ...authors.map(
      (by, nth): ThreadEvent => ({
        kind: 'posted',
        post: aPost(`p${nth}`, by, begins + (nth + 1) * minuteMs),
      }),
    ),
    ...changes.map((one, nth) => changeOf(one, authors.length, begins + (nth + 10) * minuteMs)),
  ])

function changeOf(
  {
    kind,
    place,
    value,
  }: { kind: 'edited' | 'deleted' | 'liked' | 'hidden' | 'solved'; place: number; value: number },
  posts: number,
  version: number,
): ThreadEvent {
  const nth = place % (posts + 1)
  const externalId = nth === 0 ? 'q' : `p${nth - 1}`
  switch (kind) {
    case 'edited':
      return { kind, externalId, text: `form ${value}`, version }
    case 'deleted':
      return { kind, externalId }
    case 'liked':
      return { kind, externalId, likes: value, version }
    case 'hidden':
      return { kind, externalId, hidden: value % 2 === 0, version }
    case 'solved':
      return {
        kind,
        externalId: value === 0 ? null : externalId,
        byAuthorId: value === 1 ? 'noe' : 'asker',
        version,
      }
  }
}

function lived(events: readonly ThreadEvent[]): Thread {
  const tell = (thread: Thread, event: ThreadEvent) => step(thread, event, { now: looked, settings }).thread
  const told = events.reduce(
    tell,
    openThread({ id: 't', channel: 'stage', pageId: 'p', externalId: 'q' }, begins),
  )
  const about = { matched: true, verdict: 0, post: 0, crisis: false, secret: false, pii: false }
  return tell(told, { kind: 'judged', judgement: judgementOf(told, about, looked) })
}

test('shuffled, doubled or late, the same events end in the same thread', () => {
  const arrivals = stories.chain((story) =>
    fc
      .subarray(story)
      .chain((twice) =>
        fc
          .shuffledSubarray([...story, ...twice], { minLength: story.length + twice.length })
          .map((arrived) => ({ story, arrived })),
      ),
  )
  fc.assert(
    fc.property(arrivals, ({ story, arrived }) => {
      // Only the list of what changed last tells the order of arrival.
      expect({ ...lived(arrived), changes: [] }).toEqual({ ...lived(story), changes: [] })
    }),
    { numRuns: 5_000, seed },
  )
}, 120_000)

test('the queue is oldest first; followers count for nothing, a crisis alone overtakes', () => {
  const waiting = fc.record({
    id: fc.uuid(),
    openedAt: fc.nat({ max: 50 }),
    crisis: fc.boolean(),
    influence: fc.nat({ max: 1_000_000 }),
  })
  fc.assert(
    fc.property(fc.uniqueArray(waiting, { selector: ({ id }) => id, maxLength: 12 }), (given) => {
      const queue = given.map((one) => asked(one)).toSorted(compareQueue)
      for (const [index, later] of queue.entries())
        for (const earlier of queue.slice(0, index))
          if (earlier.openedAt > later.openedAt)
            expect([earlier.crisis !== null, later.crisis !== null]).toEqual([true, false])
    }),
    { numRuns: 500, seed },
  )
})

function asked(given: { id: string; openedAt: number; crisis: boolean; influence: number }): Thread {
  const { id, openedAt, crisis, influence } = given
  const opened = openThread({ id, channel: 'stage', pageId: 'p', externalId: 'q' }, openedAt)
  const post = aPost('q', 'asker', openedAt)
  return {
    ...opened,
    posts: [{ ...post, author: { ...post.author, influence } }],
    crisis: crisis ? { reasons: ['fraud'], since: openedAt } : null,
  }
}
