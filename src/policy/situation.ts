// What the rules look at: the thread, the moment, and what was judged, gathered once.
import type { Assessment } from '../../knowledge/index.ts'
import { humanReply } from './answered.ts'
import { windowEnd } from './clocks.ts'
import type { PageSettings } from './settings.ts'
import type { SuggestionKind } from './suggestion.ts'
import type { JudgedAnswer, Judgement, Post, Thread, Act as ThreadAct, ThreadState } from './thread.ts'

export interface Answer {
  post: Post
  judged: JudgedAnswer
  assessment: Assessment | null
}

export interface Situation {
  thread: Thread
  settings: PageSettings
  now: number
  root: Post | null
  /** Null while what is judged is not what stands now. */
  judgement: Judgement | null
  /** Members' standing posts with what was judged of them, oldest first. */
  answers: readonly Answer[]
  /** Those among them that no human of the brand can have read before replying on the platform. */
  unread: readonly Answer[]
  windowEndsAt: number | null
}

/** What a rule wants: an act to draft, or silence with its reason. */
export interface Proposal {
  act: Act | null
  /** Where the thread stands while this holds, when no draft is open. */
  state: ThreadState
  sentence: string
}

export interface Act {
  kind: SuggestionKind
  postIds: readonly string[]
  keyPoints: readonly number[]
  /** Speaks from the judged entry. */
  fromEntry: boolean
  private: boolean
  approvalsNeeded: number
  /** How sure the knowledge is of what this act rests on, 0..1, and whether that may go out unread. */
  confidence: number
  sure: boolean
}

export interface Rule {
  name: string
  /** For the admin and the docs: when it speaks and what it wants. */
  sentence: string
  propose(situation: Situation): Proposal | null
}

export function situationOf(thread: Thread, settings: PageSettings, now: number): Situation {
  const judgement =
    !thread.judgeWanted && thread.judgement?.threadVersion === thread.version ? thread.judgement : null
  const judged = new Map((judgement?.answers ?? []).map((answer) => [answer.postId, answer]))
  const answers = thread.posts.filter(isAnswer).flatMap((post) => {
    const answer = judged.get(post.id)
    return answer ? [{ post, judged: answer, assessment: answer.assessment }] : []
  })
  const read = humanReply(thread)?.at ?? Number.NEGATIVE_INFINITY
  return {
    thread,
    settings,
    now,
    judgement,
    root: rootPost(thread),
    answers,
    unread: answers.filter(({ post }) => post.at > read),
    windowEndsAt: windowEnd(thread, settings),
  }
}

/** The question's own post, while it stands. */
export function rootPost({ posts, externalId }: Thread): Post | null {
  return posts.find((post) => post.externalId === externalId && !post.deleted) ?? null
}

const isAnswer = ({ author, deleted, hidden }: Post) => author.role === 'member' && !deleted && !hidden

/** An act that was posted, is on its way, or may have been posted. */
export function didOrDoes(thread: Thread, kind: SuggestionKind): boolean {
  return thread.acts.some((act) => act.kind === kind && act.state !== 'rejected')
}

/**
 * A question or a complaint; or words that match an entry more surely than they are praise, chit-chat or spam, however
 * they are put. An entry that a moderator picked is asked.
 */
export function asksSomething({ screening, match, entry }: Judgement): boolean {
  if (screening.kind === 'question' || screening.kind === 'complaint') return true
  if (entry === null) return false
  const { decision } = match
  return (
    decision.kind !== 'entry' ||
    decision.entryId !== entry.id ||
    decision.confidence >= screening.kindConfidence
  )
}

/** A question or a complaint that nobody has answered, of which the brand has given no sign. */
export function mayAcknowledge(thread: Thread): boolean {
  const { judgement, crisis, takenChargeAt, settledAt, posts, acts } = thread
  if (!judgement || thread.judgeWanted || crisis || takenChargeAt !== null || settledAt !== null) return false
  if (acts.some(({ state }) => state !== 'rejected')) return false
  if (posts.some(({ externalId, deleted }) => externalId === thread.externalId && deleted)) return false
  return asksSomething(judgement) && !judgement.answers.some(({ substantive }) => substantive)
}

/** Posts that such an act already spoke of. */
export function spokenOf(thread: Thread, kinds: readonly ThreadAct['kind'][]): ReadonlySet<string> {
  const acts = thread.acts.filter(({ kind, state }) => kinds.includes(kind) && state !== 'rejected')
  return new Set(acts.flatMap(({ postIds }) => postIds))
}

/** Key points of the judged entry that the brand, or an answer it validated, has already said. */
export function keyPointsSaid({ thread, judgement }: Situation): ReadonlySet<number> {
  const entryId = judgement?.entry?.id
  const acts = thread.acts.filter((act) => act.entryId === entryId && act.state !== 'rejected')
  return new Set(acts.flatMap(({ keyPoints }) => keyPoints))
}

/** The brand gave the judged entry's whole answer: there is nothing left to add from it. */
export function answeredFromEntry({ thread, judgement }: Situation): boolean {
  const entryId = judgement?.entry?.id
  return thread.acts.some(
    ({ kind, entryId: from, state }) => kind === 'answer' && from === entryId && state !== 'rejected',
  )
}

export function silence(state: ThreadState, sentence: string): Proposal {
  return { act: null, state, sentence }
}

const plainAct = {
  postIds: [],
  keyPoints: [],
  fromEntry: false,
  private: false,
  approvalsNeeded: 1,
  confidence: 1,
  sure: true,
}

export function act(kind: SuggestionKind, sentence: string, details: Partial<Act> = {}): Proposal {
  return { act: { ...plainAct, kind, ...details }, state: 'drafted', sentence }
}
