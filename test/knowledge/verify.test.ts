// A closer look: what is read of which entry, and what it changes.
import { expect, test } from '@jest/globals'
import { buildLikeness } from '../../knowledge/build-likeness.ts'
import { parseFaq, parsePack, type VerifyInput } from '../../knowledge/index.ts'
import type { Likeness } from '../../knowledge/likeness.ts'
import { decideMatch, lookAt } from '../../knowledge/match.ts'
import { spacesOf } from '../../knowledge/spaces.ts'
import { verifyLooks } from '../../knowledge/verify.ts'
import type { MatchWeights } from '../../knowledge/weights/weights.ts'
import { heardAs, wordEncoder } from '../fakes/word-encoder.ts'

const subjects = ['card', 'loan', 'account', 'transfer', 'branch']
const faq = subjects.map((id) =>
  JSON.stringify({
    id,
    question: { en: `How do I close my ${id}?`, fr: `Comment fermer : ${id} ?` },
    answer: { en: `Write to us about your ${id}.` },
    ...(id === 'card' && { variants: { en: ['get rid of my plastic', 'stop my card'] } }),
  }),
)
const { entries } = parseFaq(faq.join('\n'))
/** Nothing counts here but the share of the first, and of a closer look what was read. */
const features = 11
const logistic = (weights: readonly number[]) => ({
  means: weights.slice(1).map(() => 0),
  spreads: weights.slice(1).map(() => 1),
  weights: [weights.map(() => 0), weights],
})
const one = {
  likeness: [1, 1, 0, 0, 0, 0],
  decision: logistic([-5, 10, ...new Array<number>(features - 1).fill(0)]),
  read: { from: 0.4, decision: logistic([...new Array<number>(features + 1).fill(0), 1]) },
  precision: [{ confidence: 0.5, precision: 0.8 }],
}
const weights: MatchWeights = { few: one, many: one }

/** Says of each entry what `scores` says of its question, and keeps what it was asked. */
function reader(scores: (input: VerifyInput) => number) {
  const calls: (readonly VerifyInput[])[] = []
  const score = async (items: readonly VerifyInput[]) => {
    calls.push(items)
    return items.map(scores)
  }
  return { calls, score }
}

async function looksOf(texts: readonly string[]) {
  const likeness = await buildLikeness(entries, [], wordEncoder)
  return { likeness, looks: await Promise.all(texts.map((text) => lookOf(likeness, text))) }
}

const lookOf = async (likeness: Likeness, text: string) =>
  lookAt(likeness, await spacesOf(likeness, text, heardAs(text), wordEncoder), weights)

test('the first entry of each post is read, all in one go, in the language of the post', async () => {
  const { likeness, looks } = await looksOf(['How do I close my card?', 'Comment fermer mon account ?'])
  const { calls, score } = reader(() => 2)
  const verified = await verifyLooks(likeness, looks, weights, { score })
  expect(calls).toEqual([
    [
      {
        post: 'How do I close my card?',
        question: 'How do I close my card?',
        phrasing: 'stop my card',
        answer: 'Write to us about your card.',
      },
      expect.objectContaining({ question: 'Comment fermer : account ?', phrasing: null }),
    ],
  ])
  expect(verified).toEqual(looks.map((look) => ({ ...look, score: 2 })))
})

test('what is read moves the confidence and not the order', async () => {
  const { likeness, looks } = await looksOf(['close my card'])
  const [look] = looks
  if (!look) throw new Error('There is no look.')
  const said = (score: number) => decideMatch(likeness, { ...look, score }, weights, 0.75)
  const [doubtful, convinced] = [said(-4), said(4)]
  expect(doubtful.decision.kind).toBe('none')
  expect(convinced.decision).toMatchObject({ kind: 'entry', entryId: 'card' })
  const order = ({ candidates }: typeof convinced) => candidates.map(({ entryId }) => entryId)
  expect(order(doubtful)).toEqual(order(convinced))
})

test('a post without a word is not read, nor any where there are no entries', async () => {
  const { likeness, looks } = await looksOf([' ', 'my card'])
  const { calls, score } = reader(() => 1)
  const verified = await verifyLooks(likeness, looks, weights, { score })
  expect(calls.flat().map(({ post }) => post)).toEqual(['my card'])
  expect(verified.map((one) => one.score)).toEqual([null, 1])
  const empty = await buildLikeness([], [], wordEncoder)
  const nothing = await lookOf(empty, 'my card')
  expect(await verifyLooks(empty, [nothing], weights, { score })).toEqual([nothing])
})

test('a pack question lends its nearest phrasing to the entry that it belongs to', async () => {
  const pack = parsePack(
    JSON.stringify({
      id: 'card-close',
      question: { en: 'How do I close my card?' },
      variants: { en: ['my plastic is of no use', 'how can I close that card'] },
    }),
  )
  const bare = entries.map((entry) => ({ ...entry, variants: {} }))
  const likeness = await buildLikeness(bare, pack, wordEncoder)
  const text = 'how can I close that old card'
  const { calls, score } = reader(() => 0)
  await verifyLooks(likeness, [await lookOf(likeness, text)], weights, { score })
  expect(calls.flat()).toMatchObject([
    { question: 'How do I close my card?', phrasing: 'how can I close that card' },
  ])
})

test('a post that is like nothing is not read', async () => {
  const { likeness, looks } = await looksOf(['zzz', 'my card'])
  const { calls, score } = reader(() => 1)
  const verified = await verifyLooks(likeness, looks, weights, { score })
  expect(calls.flat().map(({ post }) => post)).toEqual(['my card'])
  expect(verified.map((one) => one.score)).toEqual([null, 1])
})
