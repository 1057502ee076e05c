// Station 3: the knowledge looks at a thread: which question, which answers hold, what is risky.
import {
  findRisks,
  isSubstantive,
  type Knowledge,
  type Screening,
  saysSolved,
} from '../../knowledge/index.ts'
import { humanReply, type JudgedAnswer, type Judgement, type Post, type Thread } from '../policy/index.ts'
import { applyEvent } from './apply.ts'
import { brakeOnSpike } from './brake.ts'
import type { FlowDeps } from './deps.ts'
import { answersOf, lastWordOf, questionText } from './question.ts'
import { inTransaction } from './work.ts'

const batchSize = 8

/** Judges the threads that wait for it, oldest first; returns how many. */
export async function suggest(deps: FlowDeps): Promise<number> {
  const threads = await deps.store.read(async (tx) => {
    const ids = await tx.threadsToJudge(batchSize)
    const found = await Promise.all(ids.map((id) => tx.thread(id)))
    return found.filter((thread) => thread !== null)
  })
  if (threads.length === 0) return 0
  const knowledge = await deps.brain.current()
  const judgements = await judgeAll(knowledge, threads, deps.clock.now())
  for (const [index, judgement] of judgements.entries()) {
    const id = threads[index]?.id
    if (id === undefined) continue
    await inTransaction(deps, async (work) => {
      const thread = await work.tx.thread(id)
      if (!thread) return
      const { thread: judged } = await applyEvent(work, thread, { kind: 'judged', judgement })
      await brakeOnSpike(work, judged)
    })
  }
  return threads.length
}

async function judgeAll(knowledge: Knowledge, threads: readonly Thread[], at: number): Promise<Judgement[]> {
  const questions = threads.map(questionText)
  const posts = questions.map((text) => ({ text }))
  const matches = await knowledge.match(posts)
  const screenings = await knowledge.screen(posts)
  const bases = threads.flatMap((thread, index): Base[] => {
    const [question, match, screening] = [questions[index], matches[index], screenings[index]]
    if (question === undefined || !match || !screening) return []
    const matched = match.decision.kind === 'entry' ? match.decision.entryId : null
    const picked = thread.pickedEntryId === false ? matched : thread.pickedEntryId
    const entry = (picked === null ? null : knowledge.entries.get(picked)) ?? null
    return [{ thread, question, screening, match, entry }]
  })
  const items = bases.flatMap(({ thread, question, entry }) =>
    entry ? judgedPosts(thread).map((post) => ({ post, question, reply: post.text, entryId: entry.id })) : [],
  )
  const assessments = await knowledge.assess(items)
  const byPost = new Map(items.map(({ post }, index) => [post.id, assessments[index] ?? null]))
  return bases.map((base) => judgementOf(knowledge, base, byPost, at))
}

/** Members' answers, and what a colleague answered by hand: the latter to learn from. */
const judgedPosts = (thread: Thread): Post[] => [...answersOf(thread), humanReply(thread) ?? []].flat()

interface Base {
  thread: Thread
  question: string
  screening: Screening
  match: Judgement['match']
  entry: NonNullable<ReturnType<Knowledge['entries']['get']>> | null
}

function judgementOf(
  knowledge: Knowledge,
  { thread, screening, match, entry }: Base,
  assessments: ReadonlyMap<string, JudgedAnswer['assessment']>,
  at: number,
): Judgement {
  const all = [...knowledge.entries.values()]
  const answers = answersOf(thread).map((post): JudgedAnswer => {
    const assessment = assessments.get(post.id) ?? null
    return {
      postId: post.id,
      substantive: isSubstantive(post.text),
      assessment,
      risks: assessment?.risks ?? findRisks(post.text, entry, all),
    }
  })
  return {
    threadVersion: thread.version,
    at,
    screening,
    match,
    entry: entry && { id: entry.id, revision: entry.revision, topic: entry.topic },
    answers,
    thanks: saysSolved(lastWordOf(thread) ?? ''),
    colleagueAgrees: agrees(assessments.get(humanReply(thread)?.id ?? '') ?? null),
  }
}

/** Says at least one key point and nothing against the entry. */
function agrees(assessment: JudgedAnswer['assessment']): boolean {
  if (!assessment || !['supported', 'incomplete'].includes(assessment.verdict)) return false
  const states = assessment.keyPoints.map(({ state }) => state)
  return states.includes('said') && !states.includes('contradicted')
}
