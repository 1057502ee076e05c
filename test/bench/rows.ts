// The rows that the fit learns from, made once a brand.

import { buildLikeness } from '../../knowledge/build-likeness.ts'
import { judgeInput } from '../../knowledge/cues.ts'
import type { Entry, PackEntry } from '../../knowledge/entry.ts'
import { featuresOf, rawBest } from '../../knowledge/features.ts'
import { hashedFeatures } from '../../knowledge/hashed.ts'
import type { JudgeInput, TextModels, VerifyInput } from '../../knowledge/judgement.ts'
import { postKinds, verdicts } from '../../knowledge/judgement.ts'
import type { Reading } from '../../knowledge/reading.ts'
import { readReply } from '../../knowledge/reading.ts'
import { findRisks } from '../../knowledge/risks.ts'
import { crisisSignals } from '../../knowledge/signals.ts'
import { type Spaces, spacesOfPosts } from '../../knowledge/spaces.ts'
import { verifyInput } from '../../knowledge/verify.ts'
import type { LabelledQuestion } from '../../src/play/labelled.ts'
import type { LabelledBrand } from './labelled.ts'

export interface MatchRow {
  id: string
  lang: string
  style: string
  /** Place of the right entry; null out of scope. */
  entry: number | null
  features: readonly (readonly number[])[]
  raw: readonly number[]
  length: number
  /** How the post is read beside an entry, by its place; null by words alone. */
  inputOf: ((place: number) => VerifyInput) | null
  /** What was read so far, by place. */
  scores: Map<number, number>
}

export interface ReplyRow {
  id: string
  reading: Reading
  verdict: number
  /** 0 absent, 1 said, 2 contradicted. */
  states: readonly number[]
}

export interface ScreenRow {
  id: string
  kind: number
  private: boolean
  crisis: boolean
  features: ReadonlyMap<number, number>
  reasons: readonly ReturnType<typeof crisisSignals>[number]['reason'][]
}

/** What posts are matched against. */
export interface Matching {
  entries: readonly Entry[]
  questions: readonly LabelledQuestion[]
  pack: readonly PackEntry[]
  models?: TextModels
}

export async function matchRows({ entries, questions, pack, models }: Matching): Promise<MatchRow[]> {
  const likeness = await buildLikeness(entries, pack, models?.encoder)
  const heard = models
    ? await models.encoder.hear(questions.map(({ text }) => ({ text, role: 'query' as const })))
    : []
  const places = new Map(entries.map(({ id }, place) => [id, place]))
  const texts = questions.map(({ text }) => text)
  const spaced = await spacesOfPosts(likeness, texts, heard, models?.encoder)
  return questions.map(({ id, lang, style, text, entry }, at) => {
    const spaces = spaced[at] as Spaces
    return {
      id,
      lang,
      style: style ?? '',
      entry: entry === null ? null : (places.get(entry) ?? null),
      features: featuresOf(likeness, spaces),
      raw: rawBest(likeness, spaces),
      length: text.length,
      inputOf: models ? (place) => verifyInput(likeness, spaces, place, lang === 'en' ? 'en' : 'fr') : null,
      scores: new Map(),
    }
  })
}

/** Each reply that has an entry, as the product puts it to the judge. */
export function judgeInputsOf({
  entries,
  questions,
  replies,
}: LabelledBrand): { id: string; input: JudgeInput }[] {
  const asked = new Map(questions.map((question) => [question.id, question]))
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  return replies.flatMap(({ id, question: questionId, text, lang }) => {
    const question = asked.get(questionId)
    const entry = question?.entry ? byId.get(question.entry) : undefined
    if (!question || !entry) return []
    const risks = findRisks(text, entry, entries)
    return [{ id, input: judgeInput(question.text, text, entry, lang === 'en' ? 'en' : 'fr', risks) }]
  })
}

export function replyRows({ entries, questions, replies }: LabelledBrand): ReplyRow[] {
  const asked = new Map(questions.map((question) => [question.id, question]))
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  return replies.flatMap((reply) => {
    const question = asked.get(reply.question)
    const entry = question?.entry ? byId.get(question.entry) : undefined
    if (!question || !entry) return []
    return [
      {
        id: reply.id,
        reading: readReply(question.text, reply.text, entry, entries, reply.lang === 'en' ? 'en' : 'fr'),
        verdict: verdicts.indexOf(reply.verdict),
        states: entry.keyPoints.map((_, index) =>
          reply.covers.includes(index) ? 1 : reply.contradicts.includes(index) ? 2 : 0,
        ),
      },
    ]
  })
}

export function screenRows({ questions }: LabelledBrand): ScreenRow[] {
  return questions.map((question) => ({
    id: question.id,
    kind: postKinds.indexOf(question.kind ?? 'question'),
    private: question.private ?? false,
    crisis: question.crisis ?? false,
    features: hashedFeatures(question.text),
    reasons: crisisSignals(question.text).map(({ reason }) => reason),
  }))
}
