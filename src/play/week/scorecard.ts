// What a played week came to, counted from the threads and the platform as they stand, and put beside a human alone.
import type { Thread } from '../../policy/index.ts'
import type { Alone } from './alone.ts'
import { hourMs } from './script.ts'

export interface Scorecard {
  /** Questions asked. */
  threads: number
  /** Of these, not in the house. */
  lost: number
  /** Replies that the platform got more than once. */
  postedTwice: number
  takenChargeIn10Min: number
  answeredIn4h: number
  /** A member's answer that the brand validated or completed. */
  byCommunity: number
  validated: number
  completed: number
  corrected: number
  handedOver: number
  escalated: number
  /** The brand said nothing at all. */
  leftAlone: number
}

/** @param asked the external ids of all questions. @param posted how often each reply reached the platform. */
export function countWeek(
  asked: readonly string[],
  threads: readonly Thread[],
  posted: ReadonlyMap<string, number>,
): Scorecard {
  const there = new Map(threads.map((thread) => [thread.externalId, thread]))
  const kept = asked.flatMap((id) => there.get(id) ?? [])
  const count = (holds: (thread: Thread) => boolean) => kept.filter(holds).length
  const did =
    (...kinds: string[]) =>
    ({ acts }: Thread) =>
      acts.some(({ kind, state }) => state === 'posted' && kinds.includes(kind))
  const within = (ms: number, at: number | null, { openedAt }: Thread) => at !== null && at - openedAt <= ms
  return {
    threads: asked.length,
    lost: asked.filter((id) => !there.get(id)?.posts.some(({ externalId }) => externalId === id)).length,
    postedTwice: [...posted.values()].filter((times) => times > 1).length,
    takenChargeIn10Min: count((thread) => within(hourMs / 6, thread.takenChargeAt, thread)),
    answeredIn4h: count((thread) => within(4 * hourMs, thread.answeredAt, thread)),
    byCommunity: count(did('validate', 'complete')),
    validated: count(did('validate')),
    completed: count(did('complete')),
    corrected: count(did('correct')),
    handedOver: count(did('handOver')),
    escalated: count(
      (thread) => thread.crisis !== null || thread.state === 'escalated' || did('escalate', 'reply')(thread),
    ),
    leftAlone: count(({ acts }) => !acts.some(({ state }) => state === 'posted')),
  }
}

const lines: readonly (readonly [keyof Scorecard, string])[] = [
  ['takenChargeIn10Min', 'taken charge of under 10 minutes'],
  ['answeredIn4h', 'answered under 4 hours'],
  ['byCommunity', 'answered by the community'],
  ['validated', 'validated'],
  ['completed', 'completed'],
  ['corrected', 'corrected'],
  ['handedOver', 'handed over to a private message'],
  ['escalated', 'escalated to a human'],
  ['leftAlone', 'left alone'],
  ['lost', 'lost'],
  ['postedTwice', 'posted twice'],
]

/** A table for the screen. */
export function scorecardTable(card: Scorecard, alone: Alone): string {
  const share = (count: number) => `${String(count).padStart(6)} ${percent(count, card.threads)}`
  const beside = (name: string) => (name in alone ? share(alone[name as keyof Alone]) : '     –')
  return [
    `${card.threads} threads in a week`.padEnd(36) + 'with Entraide     a human from 9 to 17 alone',
    ...lines.map(([name, label]) => `  ${label.padEnd(34)}${share(card[name]).padEnd(18)}${beside(name)}`),
  ].join('\n')
}

const percent = (count: number, all: number) =>
  `${((100 * count) / Math.max(1, all)).toFixed(1).padStart(5)} %`
