// Plays a labelled set through the real line: questions arrive, members answer, a moderator decides; then it is counted.
import type { Desk, Line } from '../flow/index.ts'
import { threadIdOf } from '../flow/index.ts'
import type { PageSettings, Thread } from '../policy/index.ts'
import type { Incoming, News, Store, SuggestionRow } from '../ports/index.ts'
import type { LabelledReply, LabelledSet } from './labelled.ts'
import type { ManualClock } from './manual-clock.ts'
import { createPlayer, type Player } from './player.ts'
import { type Waiting, watchWaiting } from './waiting.ts'

const minuteMs = 60_000
/** A question every five minutes; its answers two, nine, sixteen ... minutes after it. */
const betweenQuestionsMs = 5 * minuteMs
const firstAnswerMs = 2 * minuteMs
const betweenAnswersMs = 7 * minuteMs
/** The moderator of a replay decides this long after a draft opens. */
const decidesAfterMs = 3 * minuteMs
const afterwardsMs = 48 * 60 * minuteMs

export interface ReplayOutcome {
  threads: number
  acknowledged: number
  validated: number
  completed: number
  corrected: number
  answered: number
  handedOver: number
  warned: number
  escalated: number
  leftAlone: number
  /** Validated answers that the set labels contradicted or risky: the worst thing we can do. */
  validatedThoughWrong: number
  /** What the set labels each validated answer. */
  validatedByLabel: Readonly<Record<string, number>>
}

export interface Stage {
  line: Line
  desk: Desk
  store: Store
  news: News
  clock: ManualClock
  page: PageSettings
}

/** @param approves decides a draft: true sends it, false leaves it to the desk. */
export async function replaySet(stage: Stage, set: LabelledSet, approves: boolean): Promise<ReplayOutcome> {
  const player = createPlayer(stage.line, stage.store, stage.clock)
  const start = stage.clock.now()
  const waiting = watchWaiting(stage.store, stage.news)
  for (const incoming of script(set, stage.page, start)) {
    if (approves) await decideUntil(stage, player, waiting, incoming.at)
    await player.take(incoming)
  }
  const end = stage.clock.now() + afterwardsMs
  if (approves) await decideUntil(stage, player, waiting, end)
  await player.until(end)
  return count(await threadsOf(stage, set), set)
}

/** All events of the set in order of time. */
function script(set: LabelledSet, page: PageSettings, start: number): Incoming[] {
  const repliesOf = Map.groupBy(set.replies, ({ question }) => question)
  const events = set.questions.flatMap((question, index) => {
    const at = start + index * betweenQuestionsMs
    const asked = posted(page, question.id, null, question.text, `asker-${question.id}`, at)
    const answers = (repliesOf.get(question.id) ?? []).map((reply, place) =>
      answered(page, reply, at + firstAnswerMs + place * betweenAnswersMs),
    )
    return [asked, ...answers]
  })
  return events.toSorted((a, b) => a.at - b.at)
}

const answered = (page: PageSettings, reply: LabelledReply, at: number) =>
  posted(page, reply.id, reply.question, reply.text, reply.author, at)

function posted(
  page: PageSettings,
  id: string,
  root: string | null,
  text: string,
  author: string,
  at: number,
): Incoming {
  return {
    channel: page.channel,
    pageId: page.pageId,
    threadExternalId: root ?? id,
    externalId: id,
    version: 0,
    at,
    event: {
      kind: 'posted',
      text,
      replyTo: root,
      author: { id: author, name: author, brand: false, influence: null },
      outboxId: null,
      address: null,
    },
  }
}

/** The moderator decides each draft some minutes after it opened. */
async function decideUntil(
  stage: Stage,
  player: Player,
  waiting: () => Promise<readonly Waiting[]>,
  until: number,
): Promise<void> {
  for (;;) {
    const open = (await waiting()).flatMap(({ suggestion }) => suggestion ?? [])
    const [next] = open.filter(({ cannot }) => cannot === null).toSorted((a, b) => a.createdAt - b.createdAt)
    const at = next && next.createdAt + decidesAfterMs
    if (!next || at === undefined || at > until) return
    await player.until(Math.max(at, stage.clock.now()))
    await decide(stage, next)
    await stage.line.drain()
  }
}

/** A holding statement wants two people; anything else is done with the first. What cannot be sent is rejected. */
async function decide({ desk, store }: Stage, { id, threadId }: SuggestionRow): Promise<void> {
  const decisions = [
    { by: 'moderator-1', decision: { kind: 'approve' } },
    { by: 'moderator-2', decision: { kind: 'approve' } },
    { by: 'moderator-1', decision: { kind: 'reject', reason: 'The replay cannot send it.' } },
  ] as const
  for (const { by, decision } of decisions) {
    const thread = await store.read((tx) => tx.thread(threadId))
    if (thread?.suggestion?.id !== id) return
    await desk.review({ suggestionId: id, threadVersion: thread.version, by, decision })
  }
}

async function threadsOf({ store, page }: Stage, set: LabelledSet): Promise<Thread[]> {
  const ids = set.questions.map(({ id }) => threadIdOf(page.channel, page.pageId, id))
  return store.read(async (tx) => {
    const found: Thread[] = []
    for (const id of ids) {
      const thread = await tx.thread(id)
      if (thread) found.push(thread)
    }
    return found
  })
}

function count(threads: readonly Thread[], set: LabelledSet): ReplayOutcome {
  const withAct = (...kinds: string[]) =>
    threads.filter(({ acts }) => acts.some(({ kind, state }) => state === 'posted' && kinds.includes(kind)))
      .length
  const labels = new Map(set.replies.map(({ id, verdict }) => [id, verdict]))
  const validated = threads.flatMap((thread) =>
    thread.marks
      .filter(({ mark }) => mark === 'validated')
      .map(
        ({ postId }) =>
          labels.get(thread.posts.find(({ id }) => id === postId)?.externalId ?? '') ?? 'unlabelled',
      ),
  )
  return {
    threads: threads.length,
    acknowledged: withAct('acknowledge'),
    validated: withAct('validate'),
    completed: withAct('complete'),
    corrected: withAct('correct'),
    answered: withAct('answer'),
    handedOver: withAct('handOver'),
    warned: withAct('warn'),
    escalated: threads.filter(({ crisis, state }) => crisis !== null || state === 'escalated').length,
    leftAlone: threads.filter(({ acts }) => acts.length === 0).length,
    validatedThoughWrong: validated.filter((label) => label === 'contradicted' || label === 'risky').length,
    validatedByLabel: Object.fromEntries(
      [...Map.groupBy(validated, (label) => label)].map(([label, all]) => [label, all.length]),
    ),
  }
}
