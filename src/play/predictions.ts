// What the bot says of a labelled set, one line a question and one a reply, in the format that examiners read.
import { composeReply, type ReplyInput } from '../../dialogs/index.ts'
import {
  type Assessment,
  type Entry,
  findRisks,
  type Knowledge,
  type Match,
  type Screening,
} from '../../knowledge/index.ts'
import type { LabelledQuestion, LabelledReply, LabelledSet } from './labelled.ts'

export interface QuestionPrediction {
  type: 'question'
  id: string
  lang: string
  kind: string
  /** Null below the calibrated threshold. */
  entry: string | null
  confidence: number
  /** Best first, three of them. */
  candidates: string[]
  private: boolean
  crisis: boolean
  pii: string[]
}

export interface ReplyPrediction {
  type: 'reply'
  id: string
  question: string
  entry: string | null
  verdict: string
  confidence: number
  sure: boolean
  covers: number[]
  contradicts: number[]
  draft: { kind: 'validate' | 'complete' | 'correct' | 'answer' | 'warn' | 'none'; text: string }
}

const kept = 3

export async function predictQuestions(
  knowledge: Knowledge,
  set: LabelledSet,
  clock: () => number,
): Promise<{ predictions: QuestionPrediction[]; ms: number[] }> {
  const ms: number[] = []
  const predictions: QuestionPrediction[] = []
  for (const question of set.questions) {
    const began = clock()
    const [match] = await knowledge.match([question])
    const [screening] = await knowledge.screen([question])
    ms.push(clock() - began)
    if (screening) predictions.push(questionPrediction(question, match, screening))
  }
  return { predictions, ms }
}

function questionPrediction(
  { id }: LabelledQuestion,
  match: Match | undefined,
  screening: Screening,
): QuestionPrediction {
  const decision = match?.decision
  const candidates = (match?.candidates ?? []).slice(0, kept)
  return {
    type: 'question',
    id,
    lang: screening.lang,
    kind: screening.kind,
    entry: decision?.kind === 'entry' ? decision.entryId : null,
    confidence: candidates[0]?.confidence ?? 0,
    candidates: candidates.map(({ entryId }) => entryId),
    private: screening.private.value,
    crisis: screening.crisis.value,
    pii: [...new Set(screening.pii.map(({ kind }) => kind))],
  }
}

export type EntryOf = (question: LabelledQuestion) => string | null

export async function predictReplies(
  knowledge: Knowledge,
  set: LabelledSet,
  entryOf: EntryOf,
  clock: () => number,
): Promise<{ predictions: ReplyPrediction[]; ms: number[] }> {
  const questions = new Map(set.questions.map((question) => [question.id, question]))
  const ms: number[] = []
  const predictions: ReplyPrediction[] = []
  for (const reply of set.replies) {
    const question = questions.get(reply.question)
    const entryId = question ? entryOf(question) : null
    const began = clock()
    const [assessment] =
      question && entryId !== null
        ? await knowledge.assess([{ question: question.text, reply: reply.text, entryId }])
        : []
    ms.push(clock() - began)
    predictions.push(replyPrediction(knowledge, reply, assessment ?? null, entryId))
  }
  return { predictions, ms }
}

function replyPrediction(
  knowledge: Knowledge,
  reply: LabelledReply,
  assessment: Assessment | null,
  entryId: string | null,
): ReplyPrediction {
  const points = (state: string) =>
    (assessment?.keyPoints ?? []).filter((point) => point.state === state).map(({ index }) => index)
  const unmatched =
    findRisks(reply.text, null, [...knowledge.entries.values()]).length > 0 ? 'risky' : 'unrelated'
  return {
    type: 'reply',
    id: reply.id,
    question: reply.question,
    entry: entryId,
    verdict: assessment?.verdict ?? unmatched,
    confidence: assessment?.confidence ?? 0.5,
    sure: assessment?.sure ?? false,
    covers: points('said'),
    contradicts: points('contradicted'),
    draft: draftFor(knowledge.entries.get(entryId ?? '') ?? null, reply, assessment),
  }
}

function draftFor(
  entry: Entry | null,
  reply: LabelledReply,
  assessment: Assessment | null,
): ReplyPrediction['draft'] {
  const kind = draftKind(assessment)
  if (kind === 'none' || !assessment) return { kind: 'none', text: '' }
  const lang = reply.lang === 'en' ? 'en' : 'fr'
  const points = assessment.keyPoints
  const words = composeReply({
    kind,
    lang,
    register: 'vous',
    seed: reply.id,
    brand: '',
    asker: null,
    member: reply.author,
    entry: entry && entryIn(entry, lang),
    missing: points.filter(({ needed, state }) => needed && state !== 'said').map(({ index }) => index),
    contradicted: points
      .filter(({ state }) => state === 'contradicted')
      .map(({ index, conflict }) => ({ index, said: conflict?.said ?? null })),
    said: points.filter(({ state }) => state === 'said').map(({ index }) => index),
    maxLength: 2_000,
    backAt: null,
    reference: null,
    signature: null,
  })
  return words.kind === 'reply' ? { kind, text: words.text } : { kind: 'none', text: '' }
}

function draftKind(assessment: Assessment | null): ReplyPrediction['draft']['kind'] {
  switch (assessment?.verdict) {
    case 'supported':
      return 'validate'
    case 'incomplete':
      return 'complete'
    case 'contradicted':
      return 'correct'
    case 'risky':
      return 'warn'
    default:
      return 'none'
  }
}

function entryIn(entry: Entry, lang: 'fr' | 'en'): NonNullable<ReplyInput['entry']> {
  const other = lang === 'fr' ? 'en' : 'fr'
  const pick = (text: { fr?: string | undefined; en?: string | undefined }) => text[lang] ?? text[other] ?? ''
  return {
    question: pick(entry.question),
    answer: pick(entry.answer),
    keyPoints: entry.keyPoints.map(pick),
    links: entry.links,
  }
}
