// The scorecard counts what is there, what is missing and what came twice.
import { describe, expect, test } from '@jest/globals'
import { countWeek } from '../../../src/play/week/scorecard.ts'
import type { Act } from '../../../src/policy/index.ts'
import { aPost, aThread } from '../../fakes/matter.ts'

const did = (kind: Act['kind'], state: Act['state'] = 'posted'): Act => ({
  kind,
  state,
  suggestionId: 's',
  outboxId: `o-${kind}`,
  at: 0,
  postIds: [],
  keyPoints: [],
  entryId: null,
  private: false,
})
const minuteMs = 60_000
const thread = (externalId: string, change: Parameters<typeof aThread>[0] = {}) =>
  aThread({ id: `t-${externalId}`, externalId, posts: [aPost({ externalId })], openedAt: 0, ...change })

describe('the scorecard', () => {
  test('a question without a thread, or whose thread has no question, is lost', () => {
    const rootless = thread('b', { posts: [aPost({ externalId: 'answer' })] })
    expect(countWeek(['a', 'b', 'c'], [thread('a'), rootless], new Map())).toMatchObject({
      threads: 3,
      lost: 2,
    })
  })

  test('a reply that reached the platform more than once is counted once as posted twice', () => {
    const posted = new Map([
      ['o1', 1],
      ['o2', 3],
    ])
    expect(countWeek([], [], posted).postedTwice).toBe(1)
  })

  test('the clocks count to the minute; what never came does not count', () => {
    const quick = thread('a', { takenChargeAt: 10 * minuteMs, answeredAt: 240 * minuteMs })
    const slow = thread('b', { takenChargeAt: 10 * minuteMs + 1, answeredAt: 240 * minuteMs + 1 })
    expect(countWeek(['a', 'b', 'c'], [quick, slow, thread('c')], new Map())).toMatchObject({
      takenChargeIn10Min: 1,
      answeredIn4h: 1,
      leftAlone: 3,
    })
  })

  test('only what was posted counts as done', () => {
    const threads = [
      thread('a', { acts: [did('acknowledge'), did('validate')] }),
      thread('b', { acts: [did('complete')] }),
      thread('c', { acts: [did('correct'), did('handOver', 'rejected')] }),
      thread('d', { acts: [did('answer', 'posting')], crisis: { reasons: ['fraud'], since: 0 } }),
      thread('e', { acts: [did('handOver')] }),
      thread('f', { acts: [did('reply')] }),
    ]
    const asked = threads.map(({ externalId }) => externalId)
    expect(countWeek(asked, threads, new Map())).toMatchObject({
      byCommunity: 2,
      validated: 1,
      completed: 1,
      corrected: 1,
      handedOver: 1,
      escalated: 2,
      leftAlone: 1,
    })
  })
})
