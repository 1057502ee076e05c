// The one moderator of a simulated week: takes the queue in its order, reads, decides; each decision takes its time.
import type { Desk } from '../../flow/index.ts'
import { compareQueue } from '../../policy/index.ts'
import type { News, Store, SuggestionRow } from '../../ports/index.ts'
import type { ManualClock } from '../manual-clock.ts'
import type { Player } from '../player.ts'
import { type Waiting, watchWaiting } from '../waiting.ts'
import { nextOfficeMoment } from './office.ts'
import { type Asked, hourMs } from './script.ts'

const secondMs = 1_000
/** Reading a draft with its evidence and pressing one key; writing a reply without a draft; a holding statement. */
const draftMs = 25 * secondMs
export const writeMs = 120 * secondMs
const crisisMs = 120 * secondMs
/** So few crises within an hour, and a brake is lifted. */
const crisesWhenCalm = 1
const by = 'moderator'
const colleague = 'admin'

export interface Stage {
  desk: Desk
  store: Pick<Store, 'read'>
  news: News
  clock: ManualClock
  player: Player
  pageId: string
  week: readonly Asked[]
}

export interface Moderator {
  /** Works until `until`, as far as there is work and it is office hours. */
  work(until: number): Promise<void>
}

export function createModerator({ desk, store, news, clock, player, pageId, week }: Stage): Moderator {
  const asked = new Map(week.map((one) => [one.id, one]))
  const waitingNow = watchWaiting(store, news)
  const tried = new Set<string>()
  const crises: number[] = []
  let freeAt = clock.now()
  let reading: { item: Waiting; doneAt: number } | null = null
  news.subscribe((item) => {
    if (item.kind === 'alert' && item.sentence.startsWith('A crisis')) crises.push(clock.now())
  })

  async function work(until: number): Promise<void> {
    for (;;) {
      if (!reading) {
        const at = nextOfficeMoment(Math.max(freeAt, clock.now()))
        if (at > until) return
        await player.until(at)
        await mindBrake()
        const item = await next()
        if (!item) return
        reading = { item, doneAt: clock.now() + timeFor(item) }
      }
      if (reading.doneAt > until) return
      await player.until(reading.doneAt)
      freeAt = clock.now()
      await decide(reading.item)
      reading = null
      // Whatever was decided goes out, and is heard of, before the next look.
      await player.until(clock.now())
    }
  }

  async function next(): Promise<Waiting | null> {
    const open = (await waitingNow()).filter((item) => !tried.has(nameOf(item)))
    return open.reduce<Waiting | null>(
      (first, item) => (first && compareQueue(first.thread, item.thread) <= 0 ? first : item),
      null,
    )
  }

  async function decide(item: Waiting): Promise<void> {
    tried.add(nameOf(item))
    const { thread, suggestion } = item
    const question = asked.get(thread.externalId)
    if (!question) return
    if (suggestion) return review(suggestion, thread.version, question)
    const threadId = thread.id
    const near = thread.judgement?.match.decision.kind === 'near' && thread.pickedEntryId === false
    if (near && question.entryId !== null) {
      await desk.pickEntry({ threadId, by, entryId: question.entryId })
      return
    }
    await desk.command({ threadId, by, command: { kind: 'reply', private: false, text: ownWords } })
    if (thread.crisis) await desk.command({ threadId, by, command: { kind: 'calm' } })
  }

  async function review(row: SuggestionRow, threadVersion: number, question: Asked): Promise<void> {
    const decision = !isRight(row, question)
      ? ({ kind: 'reject', reason: 'Not what this needs.' } as const)
      : row.cannot === null
        ? ({ kind: 'approve' } as const)
        : ({ kind: 'edit', text: ownWords } as const)
    const review = { suggestionId: row.id, threadVersion, decision }
    await desk.review({ ...review, by })
    if (row.kind === 'escalate') await desk.review({ ...review, by: colleague })
  }

  /** The house pulls its brakes by itself; a human lifts them when it has calmed down. */
  async function mindBrake(): Promise<void> {
    if (crises.filter((at) => at > clock.now() - hourMs).length > crisesWhenCalm) return
    const page = (await desk.pages()).find((one) => one.pageId === pageId)
    const lift = { pageId, by, pulled: false, reason: 'It has calmed down.' }
    if (page?.brake) await desk.brake(lift)
    for (const topic of Object.keys(page?.topicBrakes ?? {})) await desk.brake({ ...lift, topic })
  }

  return { work }
}

const ownWords = 'Bonjour, merci de votre message. Nous regardons et revenons vers vous ici même.'

const nameOf = ({ thread, suggestion }: Waiting) => `${thread.id} ${thread.version} ${suggestion?.id ?? ''}`

function timeFor({ thread, suggestion }: Waiting): number {
  if (thread.crisis) return crisisMs
  const toPick = thread.judgement?.match.decision.kind === 'near' && thread.pickedEntryId === false
  return suggestion?.cannot === null || toPick ? draftMs : writeMs
}

/** The moderator knows what is right: the script says it. */
function isRight({ kind, entry, postIds }: SuggestionRow, question: Asked): boolean {
  if (entry && entry.id !== question.entryId) return false
  const verdicts = question.answers
    .filter(({ id }) => postIds.some((postId) => postId.endsWith(`.${id}`)))
    .map(({ verdict }) => verdict)
  return kind !== 'validate' || verdicts.every((verdict) => verdict === 'supported')
}
