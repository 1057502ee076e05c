// Words a suggestion: what dialogs is told of the thread, and the row the desk will show.
import { composeReply, type ReplyInput } from '../../dialogs/index.ts'
import type { Entry, Knowledge } from '../../knowledge/index.ts'
import {
  backAt,
  type OpenSuggestion,
  type PageSettings,
  type Post,
  privateMeansAt,
  referenceOf,
  type Thread,
  type Why,
} from '../policy/index.ts'
import type { SuggestionRow } from '../ports/index.ts'
import { localMoment } from './moment.ts'
import { rootOf } from './question.ts'

export interface DraftMatter {
  thread: Thread
  settings: PageSettings
  suggestion: OpenSuggestion
  why: Why
  knowledge: Pick<Knowledge, 'entries'>
  /** Where this thread's customer asks to be called, null where no form is served. */
  callBack: string | null
  now: number
}

/** The suggestion as the desk shows it; `cannot` says why there are no words when there are none. */
export function draftSuggestion(matter: DraftMatter): SuggestionRow {
  const { thread, settings, suggestion, why } = matter
  const input = replyInput(matter)
  const reply = composeReply(input)
  const judged = thread.judgement?.answers.find(({ postId }) => postId === suggestion.postIds[0])?.assessment
  return {
    id: suggestion.id,
    threadId: thread.id,
    pageId: settings.pageId,
    kind: suggestion.kind,
    threadVersion: suggestion.threadVersion,
    entry: suggestion.entry,
    postIds: suggestion.postIds,
    keyPoints: suggestion.keyPoints,
    lang: input.lang,
    text: reply.kind === 'reply' ? reply.text : '',
    cannot: reply.kind === 'cannot' ? reply.reason : null,
    rule: why.rule,
    why: why.sentence,
    confidence: judged?.confidence ?? matchConfidence(thread),
    sure: judged?.sure ?? false,
    state: 'open',
    automaticAt: suggestion.automaticAt,
    createdAt: suggestion.createdAt,
    decidedAt: null,
    decidedBy: null,
  }
}

function matchConfidence(thread: Thread): number {
  return thread.judgement?.match.decision.confidence ?? 0
}

function replyInput(matter: DraftMatter): ReplyInput {
  const { thread, settings, suggestion, knowledge, now } = matter
  const lang = thread.lang === 'other' ? settings.lang : thread.lang
  const entry = suggestion.entry ? (knowledge.entries.get(suggestion.entry.id) ?? null) : null
  const answer = thread.posts.find(({ id }) => id === suggestion.postIds[0])
  const assessment = thread.judgement?.answers.find(({ postId }) => postId === answer?.id)?.assessment ?? null
  return {
    kind: suggestion.kind,
    lang,
    register: settings.register,
    // The version is in it, so that a second draft on the same thread does not read like the first.
    seed: `${thread.id}.${suggestion.threadVersion}.${suggestion.kind}`,
    brand: settings.brand,
    asker: nameOf(rootOf(thread)),
    member: answer?.author.role === 'member' ? nameOf(answer) : null,
    entry: entry && entryIn(entry, lang, settings.linkInReply),
    missing: suggestion.kind === 'correct' ? [] : suggestion.keyPoints,
    contradicted: contradictedOf(suggestion, assessment),
    said: (assessment?.keyPoints ?? []).filter(({ state }) => state === 'said').map(({ index }) => index),
    maxLength: settings.maxLength,
    backAt: humanBack(settings, now, lang),
    reference: thread.handOver?.reference ?? referenceOf(thread),
    signature: settings.signature,
    callBack: privateMeansAt(thread, settings, now) === 'form' ? matter.callBack : null,
  }
}

type AssessmentOrNull = NonNullable<Thread['judgement']>['answers'][number]['assessment']

function contradictedOf(
  suggestion: OpenSuggestion,
  assessment: AssessmentOrNull,
): ReplyInput['contradicted'] {
  if (suggestion.kind !== 'correct') return []
  return suggestion.keyPoints.map((index) => ({
    index,
    said: assessment?.keyPoints.find((point) => point.index === index)?.conflict?.said ?? null,
  }))
}

const nameOf = (post: Post | null): string | null => post?.author.name.trim() || null

/** The entry in one language, or in the other where it has only that one. */
function entryIn(entry: Entry, lang: 'fr' | 'en', withLink: boolean): ReplyInput['entry'] {
  const other = lang === 'fr' ? 'en' : 'fr'
  const pick = (text: { fr?: string | undefined; en?: string | undefined }) => text[lang] ?? text[other] ?? ''
  return {
    question: pick(entry.question),
    answer: pick(entry.answer),
    keyPoints: entry.keyPoints.map(pick),
    links: withLink ? [...entry.links] : [],
  }
}

function humanBack(settings: PageSettings, now: number, lang: 'fr' | 'en'): ReplyInput['backAt'] {
  const back = backAt(now, settings)
  if (back.kind === 'open') return { kind: 'open', withinMinutes: Math.round(settings.answerMs / 60_000) }
  if (back.opensAt === null) return null
  return { kind: 'closed', reason: back.reason, when: localMoment(back.opensAt, now, settings.zone, lang) }
}
