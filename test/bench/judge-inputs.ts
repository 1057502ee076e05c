// Writes what the answer judge learns from: every labelled reply as the product would put it, and minimal pairs.
// node test/bench/judge-inputs.ts OUT
import { writeFileSync } from 'node:fs'
import { entryIn, judgeInput } from '../../knowledge/cues.ts'
import type { Entry, Lang } from '../../knowledge/entry.ts'
import { type JudgeInput, verdicts } from '../../knowledge/judgement.ts'
import { findRisks } from '../../knowledge/risks.ts'
import { alterations } from './alter.ts'
import { brands, type LabelledBrand, labelledBrand, ownBrands } from './labelled.ts'

interface Row {
  brand: string
  id: string
  /** A reply as labelled, one turned from it, or the entry's own answer put as a reply. */
  made: 'labelled' | 'turned' | 'answer'
  input: JudgeInput
  /** Place in `verdicts`. */
  verdict: number
  /** A key point each: 0 absent, 1 said, 2 contradicted. */
  states: number[]
}

const [out] = process.argv.slice(2)
if (!out) throw new Error('Say where to write: node test/bench/judge-inputs.ts OUT')
const rows = [...brands.map((brand) => labelledBrand(brand)), ...ownBrands()].flatMap(rowsOf)
writeFileSync(out, `${rows.map((row) => JSON.stringify(row)).join('\n')}\n`)
console.log(
  `${rows.length} rows: ${['labelled', 'turned', 'answer'].map((made) => `${rows.filter((row) => row.made === made).length} ${made}`).join(', ')}`,
)

function rowsOf(set: LabelledBrand): Row[] {
  const asked = new Map(set.questions.map((question) => [question.id, question]))
  const byId = new Map(set.entries.map((entry) => [entry.id, entry]))
  const put = putter(set)
  const labelled = set.replies.flatMap((reply): Row[] => {
    const question = asked.get(reply.question)
    const entry = question?.entry ? byId.get(question.entry) : undefined
    if (!question || !entry) return []
    const lang: Lang = reply.lang === 'en' ? 'en' : 'fr'
    const states = entry.keyPoints.map((_, at) =>
      reply.contradicts.includes(at) ? 2 : reply.covers.includes(at) ? 1 : 0,
    )
    const verdict = verdicts.indexOf(reply.verdict)
    const own = put('labelled', reply.id, question.text, reply.text, entry, lang, verdict, states)
    const right = reply.verdict === 'supported' || reply.verdict === 'incomplete'
    const turned = right
      ? alterations(reply.text, entryIn(entry, lang).keyPoints, reply.covers, lang).slice(0, 2)
      : []
    return [
      own,
      ...turned.map(({ text, contradicts }, nth) =>
        put(
          'turned',
          `${reply.id}.${nth}`,
          question.text,
          text,
          entry,
          lang,
          verdicts.indexOf('contradicted'),
          states.map((state, at) => (contradicts.includes(at) ? 2 : state)),
        ),
      ),
    ]
  })
  return [...labelled, ...answersOf(set, put)]
}

type Put = ReturnType<typeof putter>

/** The entry's own answer is right whatever is asked of it; every second one, in one language. */
function answersOf({ brand, entries, questions }: LabelledBrand, put: Put): Row[] {
  return entries.flatMap((entry, at): Row[] => {
    const question = questions.find((one) => one.entry === entry.id)
    if (at % 2 === 1 || !question) return []
    const lang: Lang = question.lang === 'en' ? 'en' : 'fr'
    const states = entry.keyPoints.map(() => 1)
    const { answer } = entryIn(entry, lang)
    return [put('answer', `${brand}.${entry.id}`, question.text, answer, entry, lang, 0, states)]
  })
}

function putter({ brand, entries }: LabelledBrand) {
  return (
    made: Row['made'],
    id: string,
    question: string,
    reply: string,
    entry: Entry,
    lang: Lang,
    verdict: number,
    states: number[],
  ): Row => ({
    brand,
    id,
    made,
    input: judgeInput(question, reply, entry, lang, findRisks(reply, entry, entries)),
    verdict,
    states,
  })
}
