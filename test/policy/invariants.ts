// What always holds of a thread, checked after every event of a random life.

import { followUps, humanReply } from '../../src/policy/answered.ts'
import { windowEnd } from '../../src/policy/clocks.ts'
import type { Order, Thread } from '../../src/policy/index.ts'
import type { Moment } from './life.ts'

/** Each says what is broken, null when it holds. */
export type Invariant = (moment: Moment) => string | null

const posts = (orders: readonly Order[]) => orders.filter((order) => order.kind === 'post')
const standing = ({ acts }: Thread, kind: string) =>
  acts.filter((act) => act.kind === kind && act.state !== 'rejected')
const decidedByHuman = ({ event }: Moment) => event.kind === 'reviewed' || event.kind === 'commanded'

export const invariants: Readonly<Record<string, Invariant>> = {
  'the customer is told once that they were heard': ({ after }) =>
    standing(after, 'acknowledge').length > 1 ? 'two acknowledgements' : null,

  'no acknowledgement once a member or the brand answered': ({ before, after, orders }) => {
    const acknowledged = posts(orders).some(({ act }) => act === 'acknowledge')
    const answered =
      after.judgement?.answers.some(({ substantive }) => substantive) || before.takenChargeAt !== null
    return acknowledged && answered ? 'acknowledged though answered' : null
  },

  'inside the window the brand adds no answer of its own': ({ after, orders, now, settings }) => {
    const end = windowEnd(after, settings)
    const drafted = orders.some((order) => order.kind === 'draft' && order.suggestion.kind === 'answer')
    return drafted && (end === null || now < end) ? 'an answer drafted inside the window' : null
  },

  'only what the entry supports is validated': ({ after, orders }) => {
    for (const order of orders) {
      if (order.kind !== 'draft' || order.suggestion.kind !== 'validate') continue
      for (const postId of order.suggestion.postIds) {
        const verdict = after.judgement?.answers.find((answer) => answer.postId === postId)?.assessment
          ?.verdict
        if (verdict !== 'supported') return `validated a ${verdict} answer`
      }
    }
    return null
  },

  'a risky answer is warned of before anything is validated': ({ after, orders }) => {
    const drafted = orders.some((order) => order.kind === 'draft' && order.suggestion.kind === 'validate')
    const warned = new Set(standing(after, 'warn').flatMap(({ postIds }) => postIds))
    const risky = after.judgement?.answers.some(
      ({ postId, risks }) =>
        risks.length > 0 &&
        !warned.has(postId) &&
        after.posts.some(({ id, deleted, hidden }) => id === postId && !deleted && !hidden),
    )
    return drafted && risky && !after.rejected.some(({ kind }) => kind === 'warn')
      ? 'validated beside a risky answer'
      : null
  },

  'handed over once': ({ after }) => (standing(after, 'handOver').length > 1 ? 'two hand-overs' : null),

  'nothing is said twice of the same answer': ({ after }) => {
    for (const kind of ['validate', 'complete', 'correct', 'warn']) {
      const spoken = standing(after, kind).flatMap(({ postIds }) => postIds)
      if (new Set(spoken).size < spoken.length) return `${kind} twice`
    }
    return null
  },

  'a draft dies with its thread’s change': ({ after }) =>
    after.suggestion && after.suggestion.threadVersion !== after.version ? 'an old draft stands' : null,

  'a decision that saw an older thread is refused and changes nothing': ({
    before,
    after,
    event,
    refusal,
  }) => {
    if (event.kind !== 'reviewed' || event.threadVersion === before.version) return null
    return refusal === null || after !== before ? 'a stale decision was applied' : null
  },

  'an outbox row is ordered once': ({ before, orders }) => {
    const known = new Set(before.acts.map(({ outboxId }) => outboxId))
    const ids = posts(orders).map(({ outboxId }) => outboxId)
    return ids.some((id) => known.has(id)) || new Set(ids).size < ids.length ? 'a row ordered twice' : null
  },

  // A holding statement in a crisis waits for nothing; the outbox itself sends a thread's rows one after the other.
  'one answer under way at a time': ({ after }) =>
    after.acts.filter(
      ({ kind, state }) => !['acknowledge', 'reply', 'escalate'].includes(kind) && state === 'posting',
    ).length > 1
      ? 'two replies under way'
      : null,

  'the brake and a crisis stop everything automatic': (moment) => {
    const { after, orders, settings } = moment
    const topic = after.judgement?.entry?.topic ?? 'none'
    const stopped =
      settings.brake !== null || settings.topicBrakes[topic] !== undefined || after.crisis !== null
    return stopped && posts(orders).length > 0 && !decidedByHuman(moment) ? 'went out by itself' : null
  },

  'a holding statement needs two people': ({ before, orders, event }) => {
    const open = before.suggestion
    if (event.kind !== 'reviewed' || open?.kind !== 'escalate' || posts(orders).length === 0) return null
    const others = open.approvedBy.filter((by) => by !== event.by)
    return event.decision.kind === 'approve' && others.length === 0 ? 'one person sent it' : null
  },

  'a deleted question ends it': ({ before, after, orders }) => {
    const root = after.posts.find(({ externalId }) => externalId === after.externalId)
    if (!root?.deleted) return null
    if (after.suggestion) return 'a draft on a deleted question'
    const open = after.acts.filter(({ state }) => state === 'posting').map(({ outboxId }) => outboxId)
    return posts(orders).length > 0 && before.state === 'gone'
      ? 'spoke under a deleted question'
      : open.some((id) => !after.stopping.includes(id))
        ? 'a reply under way was not stopped'
        : null
  },

  'a human’s own reply withdraws the draft of an answer': ({ after }) => {
    const last = after.posts.findLast(({ deleted }) => !deleted)
    const human = last?.author.role === 'brand' && last.outboxId === null && !after.judgeWanted
    const adds = after.suggestion && ['answer', 'acknowledge'].includes(after.suggestion.kind)
    const asked = after.posts.some(
      ({ author, at, deleted }) => author.role === 'asker' && !deleted && at > (last?.at ?? 0),
    )
    return human && adds && !asked ? 'still drafts beside a colleague’s reply' : null
  },

  'everything has its reason': ({ after, orders }) => {
    const reasons = [after.why, ...orders.flatMap((order) => ('why' in order ? [order.why] : []))]
    return reasons.some(({ rule, sentence }) => rule === '' || sentence === '')
      ? 'something without a reason'
      : null
  },

  'an overtaking is written down': ({ before, after, orders }) => {
    const noted = orders.some(
      (order) => order.kind === 'note' && (order.why.rule === 'overtaking' || order.why.rule === 'escalated'),
    )
    return before.crisis === null && after.crisis !== null && !noted ? 'overtook silently' : null
  },

  'it is woken later, never at once': ({ after, now }) =>
    after.wakeAt !== null && after.wakeAt <= now ? 'wants to be woken in the past' : null,

  'a settled thread waits for nothing': ({ after }) =>
    after.settledAt !== null && (after.suggestion !== null || after.wakeAt !== null)
      ? 'settled and still busy'
      : null,

  'a mark stands for something the brand posted': ({ after }) => {
    const spoken = new Set(
      after.acts.filter(({ state }) => state === 'posted').flatMap(({ postIds }) => postIds),
    )
    return after.marks.some(({ postId }) => !spoken.has(postId)) ? 'a mark without its act' : null
  },

  'a suggestion is sent once, whoever decides': ({ after }) => {
    const sent = after.acts.map(({ suggestionId }) => suggestionId).filter((id) => id !== '')
    return new Set(sent).size < sent.length ? 'two replies from one suggestion' : null
  },

  'what completes an answer was not said before': ({ after, orders }) => {
    const completes = orders.find((order) => order.kind === 'draft' && order.suggestion.kind === 'complete')
    if (completes?.kind !== 'draft') return null
    const right = (after.judgement?.answers ?? []).filter(({ postId, assessment }) => {
      const stands = after.posts.some(({ id, deleted, hidden }) => id === postId && !deleted && !hidden)
      return stands && ['supported', 'incomplete'].includes(assessment?.verdict ?? '')
    })
    const said = new Set([
      ...right.flatMap(({ assessment }) =>
        (assessment?.keyPoints ?? []).filter(({ state }) => state === 'said').map(({ index }) => index),
      ),
      ...after.acts
        .filter(({ state, entryId }) => state !== 'rejected' && entryId === after.judgement?.entry?.id)
        .flatMap(({ keyPoints }) => keyPoints),
    ])
    return completes.suggestion.keyPoints.some((point) => said.has(point)) ? 'repeats a key point' : null
  },

  'a colleague’s own reply is not gone over': ({ after, orders }) => {
    const human = after.posts.findLast(
      ({ author, outboxId, deleted }) => author.role === 'brand' && outboxId === null && !deleted,
    )
    for (const order of orders)
      if (order.kind === 'draft' && ['validate', 'complete', 'correct'].includes(order.suggestion.kind))
        for (const postId of order.suggestion.postIds)
          if (
            (after.posts.find(({ id }) => id === postId)?.at ?? 0) <= (human?.at ?? Number.NEGATIVE_INFINITY)
          )
            return `${order.suggestion.kind} of what a colleague has read`
    return null
  },

  'a colleague’s own reply stops both clocks': ({ after }) =>
    humanReply(after) && (after.takenChargeAt === null || after.answeredAt === null)
      ? 'a clock runs on beside a colleague’s reply'
      : null,

  'a colleague’s own reply stops what has not left': ({ after }) => {
    const human = humanReply(after)
    const overtaken = after.acts.filter(({ state, at }) => state === 'posting' && human && at <= human.at)
    return overtaken.some(({ outboxId }) => !after.stopping.includes(outboxId))
      ? 'a reply leaves after a colleague’s'
      : null
  },

  'who asks again is not left as answered': ({ after }) =>
    after.state === 'answered' && followUps(after).length > 0 ? 'a follow-up was overlooked' : null,

  'each change of state is written down': ({ before, after, orders }) =>
    before.state !== after.state && !orders.some((order) => 'why' in order) ? 'changed silently' : null,

  'the end of the window wakes a waiting question': ({ after, now, settings, refusal }) => {
    // A refused decision changes nothing, the hour of waking neither.
    if (refusal !== null) return null
    const end = windowEnd(after, settings)
    const waits = after.state === 'waiting' && after.settledAt === null && end !== null && end > now
    return waits && (after.wakeAt === null || after.wakeAt > end) ? 'nobody looks when the window ends' : null
  },

  'a thread’s version never falls': ({ before, after }) =>
    after.version < before.version ? 'an older version' : null,
}
