// eval: the judgement against a labelled set; a file of predictions and a table a person can read.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { createKnowledge, parseFaq } from '../../knowledge/index.ts'
import { loadModels } from '../models/index.ts'
import { openPack, packFor } from '../packs.ts'
import { evaluationTable, predictQuestions, predictReplies, readLabelledSet } from '../play/index.ts'
import { argumentsOf, type Command, configured, placeOf, UsageError } from './command.ts'

const usage = 'eval DIR [--out FILE] [--entry matched|given] [--pack INDUSTRY|none]'

export const evaluate: Command = {
  summary: 'judges a labelled set, writes the predictions and prints how good they are',
  usage: 'DIR [--out FILE]',
  async run(args) {
    const { values, positionals } = argumentsOf(
      args,
      { out: { type: 'string' }, entry: { type: 'string', default: 'matched' }, pack: { type: 'string' } },
      usage,
    )
    if (values.entry !== 'matched' && values.entry !== 'given')
      throw new UsageError('--entry is matched or given.', usage)
    const folder = placeOf(positionals, usage)
    const set = readLabelledSet(folder)
    const { entries, errors } = parseFaq(set.faq)
    const [first] = errors
    if (first) throw new Error(`${join(folder, 'faq.jsonl')}:${first.line}: ${first.field}: ${first.message}`)

    const config = configured()
    const models =
      config.model === 'on'
        ? await loadModels()
        : { kind: 'unavailable' as const, reason: 'ENTRAIDE_MODEL=off' }
    if (models.kind === 'unavailable') console.error(`Judging by words alone: ${models.reason}.`)
    const { industries, pack } =
      values.pack === undefined
        ? packFor(entries)
        : values.pack === 'none'
          ? { industries: [], pack: [] }
          : { industries: [values.pack], pack: openPack(values.pack) }
    const knowledge = await createKnowledge({
      entries,
      pack,
      precision: config.precision,
      ...(models.kind === 'ready' && { models }),
    })
    const clock = () => performance.now()
    const questions = await predictQuestions(knowledge, set, clock)
    const matched = new Map(questions.predictions.map(({ id, entry }) => [id, entry]))
    const entryOf =
      values.entry === 'given'
        ? ({ entry }: { entry: string | null }) => entry
        : ({ id }: { id: string }) => matched.get(id) ?? null
    const replies = await predictReplies(knowledge, set, entryOf, clock)
    if (values.out !== undefined) {
      const lines = [...questions.predictions, ...replies.predictions].map((line) => JSON.stringify(line))
      writeFileSync(values.out, `${lines.join('\n')}\n`)
    }
    console.log(
      `${folder}: ${entries.length} entries, pack ${industries.join(' and ') || 'none'}, entry ${values.entry}, ${models.kind === 'ready' ? 'with the text model' : 'words alone'}\n`,
    )
    console.log(
      evaluationTable(set, questions.predictions, replies.predictions, {
        posts: questions.ms,
        replies: replies.ms,
      }),
    )
    return 0
  },
}
