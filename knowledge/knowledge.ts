// What the bot knows of one brand: built from its entries and its industry's pack, asked by the flow.
import { assessReply } from './assess.ts'
import { buildLikeness } from './build-likeness.ts'
import { entryIn, judgeInput } from './cues.ts'
import type { Entry, Lang, PackEntry } from './entry.ts'
import { rememberHeard } from './heard.ts'
import type { Assessment, Candidate, Match, Screening, SecondJudge, TextModels } from './judgement.ts'
import { detectLanguage } from './languages/index.ts'
import { linksOf, type PackLink } from './links.ts'
import { decideMatch, lookAt } from './match.ts'
import { findRisks } from './risks.ts'
import { createScreen } from './screen.ts'
import { isWorthAsking, withSecond } from './second.ts'
import { spacesOfPosts, spacesOfWords } from './spaces.ts'
import { longestText } from './text.ts'
import { verifyLooks } from './verify.ts'
import * as model from './weights/model.ts'
import * as words from './weights/words.ts'

export interface Knowledge {
  entries: ReadonlyMap<string, Entry>
  /** One screening a post, in their order. */
  screen(posts: readonly { text: string }[]): Promise<Screening[]>
  /** One match a post, in their order. */
  match(posts: readonly { text: string }[]): Promise<Match[]>
  /** One assessment an item; throws when an entry is not there, which the caller has looked up. */
  assess(items: readonly AssessItem[]): Promise<Assessment[]>
  /** The industry's questions that lend this brand's entries their phrasings. */
  links: readonly PackLink[]
  /** For a moderator who looks for another entry. */
  search(query: string, limit: number): Candidate[]
}

export interface AssessItem {
  question: string
  reply: string
  entryId: string
}

export interface KnowledgeOptions {
  entries: readonly Entry[]
  pack?: readonly PackEntry[]
  /** Absent: by words alone. */
  models?: TextModels
  /** Asked about what may be validated or corrected; see `withSecond`. */
  second?: SecondJudge
  /** Asked of a match before it counts, 0..1. */
  precision?: number
}

const defaultPrecision = 0.75

export async function createKnowledge({
  entries,
  pack = [],
  models,
  second,
  precision = defaultPrecision,
}: KnowledgeOptions): Promise<Knowledge> {
  const matching = models ? model.match : words.match
  const likeness = await buildLikeness(entries, pack, models?.encoder)
  const screen = createScreen(words.screens, model.posts)
  const hear = rememberHeard(models?.encoder)
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  return {
    entries: byId,
    links: linksOf(likeness, pack),
    async screen(posts) {
      const heard = await hear(posts)
      return posts.map(({ text }, at) => screen(text, heard[at] ?? null))
    },
    async match(posts) {
      const heard = await hear(posts)
      const texts = posts.map(({ text }) => text.slice(0, longestText))
      const spaces = await spacesOfPosts(likeness, texts, heard, models?.encoder)
      const looks = spaces.map((one) => lookAt(likeness, one, matching))
      const verified = models ? await verifyLooks(likeness, looks, matching, models.verifier) : looks
      return verified.map((look) => decideMatch(likeness, look, matching, precision))
    },
    async assess(items) {
      const matters = items.map((item) => matterOf(item, byId))
      const judged = models ? await models.judge.judge(matters.map(inputOf(entries))) : []
      const first = matters.map(({ question, reply, entry, lang }, at) => {
        const output = judged[at]
        return assessReply({
          question,
          reply,
          entry,
          entries,
          lang,
          weights: words.answers,
          judged: output ? { output, weights: model.answers } : null,
        })
      })
      return second ? askSecond(second, matters, first) : first
    },
    search: (query, limit) =>
      decideMatch(
        likeness,
        lookAt(likeness, spacesOfWords(likeness, query), words.match),
        words.match,
        precision,
      ).candidates.slice(0, limit),
  }
}

interface Matter {
  question: string
  reply: string
  entry: Entry
  lang: Lang
}

function matterOf({ question, reply, entryId }: AssessItem, byId: ReadonlyMap<string, Entry>): Matter {
  const entry = byId.get(entryId)
  if (!entry) throw new Error(`No entry "${entryId}" to assess against.`)
  const own = detectLanguage(reply)
  const asked = detectLanguage(question)
  return {
    question,
    reply: reply.slice(0, longestText),
    entry,
    lang: own === 'other' ? (asked === 'other' ? 'fr' : asked) : own,
  }
}

const inputOf =
  (entries: readonly Entry[]) =>
  ({ question, reply, entry, lang }: Matter) =>
    judgeInput(question, reply, entry, lang, findRisks(reply, entry, entries))

async function askSecond(
  second: SecondJudge,
  matters: readonly Matter[],
  first: readonly Assessment[],
): Promise<Assessment[]> {
  const asked = matters.flatMap((matter, at) => {
    const assessment = first[at]
    return assessment && isWorthAsking(assessment) ? [{ at, matter }] : []
  })
  const opinions = await second.judge(
    asked.map(({ matter: { question, reply, lang, entry } }) => {
      const { question: entryQuestion, answer, keyPoints } = entryIn(entry, lang)
      return { question, reply, lang, entryQuestion, answer, keyPoints }
    }),
  )
  const byPlace = new Map(asked.map(({ at }, place) => [at, opinions[place] ?? null]))
  return first.map((assessment, at) => {
    const opinion = byPlace.get(at)
    return opinion ? withSecond(assessment, opinion) : assessment
  })
}
