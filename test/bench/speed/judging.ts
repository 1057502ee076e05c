// Milliseconds a match and an assessment, one at a time, warm: by words alone, and with the text model where it loads.
import { readFileSync } from 'node:fs'
import {
  createKnowledge,
  type Entry,
  type KnowledgeOptions,
  type PackEntry,
  parseFaq,
  parsePack,
} from '../../../knowledge/index.ts'
import { demoFaq, demoThreads } from '../../../src/demo/index.ts'
import { loadModels } from '../../../src/models/index.ts'
import { hasData, labelledBrand } from '../labelled.ts'
import { type Row, spread } from './table.ts'

interface Matter {
  name: string
  entries: readonly Entry[]
  pack: readonly PackEntry[]
  posts: readonly string[]
  replies: readonly { question: string; reply: string; entryId: string }[]
}

const warm = 20
const most = 300

export async function measureJudging(): Promise<Row[]> {
  const matter = hasData ? labelledMatter() : demoMatter()
  const models = await loadModels()
  return [
    ...(await measure(matter, 'by words', {})),
    ...(models.kind === 'ready' ? await measure(matter, 'with the models', { models }) : []),
  ]
}

async function measure(
  { name, entries, pack, posts, replies }: Matter,
  how: string,
  models: Pick<KnowledgeOptions, 'models'>,
): Promise<Row[]> {
  const knowledge = await createKnowledge({ entries, pack, ...models })
  const matches = await timed(posts, (text) => knowledge.match([{ text }]))
  const assessments = await timed(replies, (item) => knowledge.assess([item]))
  return [
    [`a match, ${how} (${name}, ${matches.length} posts)`, spread(matches)],
    [`an assessment, ${how} (${assessments.length} replies)`, spread(assessments)],
  ]
}

async function timed<T>(items: readonly T[], work: (item: T) => Promise<unknown>): Promise<number[]> {
  const ms: number[] = []
  for (const item of items.slice(0, most)) {
    const began = performance.now()
    await work(item)
    ms.push(performance.now() - began)
  }
  return ms.slice(warm)
}

function labelledMatter(): Matter {
  const { entries, pack, questions, replies } = labelledBrand('telecom')
  const asked = new Map(questions.map((question) => [question.id, question]))
  return {
    name: 'telecom',
    entries,
    pack,
    posts: questions.map(({ text }) => text),
    replies: replies.flatMap(({ question: id, text: reply }) => {
      const question = asked.get(id)
      return question?.entry ? [{ question: question.text, reply, entryId: question.entry }] : []
    }),
  }
}

/** Without the labelled sets: the demonstration's FAQ, asked with the bank pack's phrasings, answered as in its threads. */
function demoMatter(): Matter {
  const { entries } = parseFaq(demoFaq())
  const file = new URL('../../../knowledge/packs/bank/entries.jsonl', import.meta.url)
  const pack = parsePack(readFileSync(file, 'utf8'))
  const answers = demoThreads.flatMap(({ posts: [, ...rest] }) => rest.map(({ text }) => text))
  return {
    name: 'demonstration',
    entries,
    pack,
    posts: pack.flatMap(({ variants }) => (variants.fr ?? []).slice(0, 4)),
    replies: entries.flatMap(({ id, question }) =>
      answers.map((reply) => ({ question: question.fr ?? '', reply, entryId: id })),
    ),
  }
}
