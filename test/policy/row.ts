// A row of the table of rules, and the thread that comes of it.
import type { KnownVerdict, Screening } from '../../knowledge/index.ts'
import {
  defaultSettings,
  type Judgement,
  openThread,
  type PageSettings,
  type Post,
  step,
  type Thread,
  type ThreadEvent,
} from '../../src/policy/index.ts'
import { aPost, assessmentOf, judgementOf } from './life.ts'

export const asked = Date.parse('2026-03-03T10:00:00+01:00')
export const after = (minutes: number) => asked + minutes * 60_000

export interface Row {
  /** In a moderator's words. */
  when: string
  rule: string
  /** The drafted act, or where the thread stands in silence. */
  becomes: string
  /** What the desk is told, in part. */
  says: string
  /** Minutes after the question. */
  at?: number
  answers?: readonly (KnownVerdict | 'brand' | 'asker')[]
  matched?: boolean
  screening?: Partial<Screening>
  thanks?: boolean
  /** Followers of everybody in the thread. */
  influence?: number
  page?: Partial<PageSettings>
  /** What else happened, after everything was judged. */
  events?: readonly ThreadEvent[]
  judged?: boolean
  /** Judged again so many minutes after the question: what came `late`, and whether it asks another entry. */
  again?: { at: number; late?: KnownVerdict; entry?: string }
}

const members = ['noe', 'lea', 'max'] as const
const about = { matched: true, verdict: 0, post: 0, crisis: false, secret: false, pii: false }

export function situationIn(row: Row): Thread {
  const settings: PageSettings = {
    ...defaultSettings({ pageId: 'p', channel: 'stage', brand: 'B', name: 'P' }),
    country: null,
    ...row.page,
  }
  const known = (post: Post): Post => ({
    ...post,
    author: { ...post.author, influence: row.influence ?? null },
  })
  let thread = openThread({ id: 't', channel: 'stage', pageId: 'p', externalId: 'q' }, asked)
  const tell = (event: ThreadEvent, minutes = row.at ?? 3) => {
    thread = step(thread, event, { now: after(minutes), settings }).thread
  }
  tell({ kind: 'posted', post: known(aPost('q', 'asker', asked)) })
  for (const [place, answer] of (row.answers ?? []).entries()) {
    const by = answer === 'brand' || answer === 'asker' ? answer : (members[place] ?? 'noe')
    tell({ kind: 'posted', post: known(aPost(`p${place}`, by, asked + (place + 1) * 1_000)) })
  }
  if (row.judged !== false) tell({ kind: 'judged', judgement: judged(thread, row) })
  for (const event of row.events ?? []) tell(event)
  if (row.rule === 'settled') tell({ kind: 'woke' })
  if (row.again) tell({ kind: 'judged', judgement: judged(thread, row) }, row.again.at)
  return thread
}

function judged(thread: Thread, row: Row): Judgement {
  const judgement = judgementOf(thread, { ...about, matched: row.matched ?? true }, asked)
  const entry = judgement.entry && { ...judgement.entry, id: row.again?.entry ?? judgement.entry.id }
  const verdicts = [...(row.answers ?? []), row.again?.late].filter(isVerdict)
  return {
    ...judgement,
    entry: thread.acts.length > 0 ? entry : judgement.entry,
    answers: judgement.answers.map((answer, place) => answerOf(answer, verdicts[place] ?? 'unrelated')),
    thanks: row.thanks ?? false,
    colleagueAgrees: false,
    screening: { ...judgement.screening, ...row.screening },
  }
}

function answerOf(answer: Judgement['answers'][number], verdict: KnownVerdict): typeof answer {
  const risks =
    verdict === 'risky' ? [{ kind: 'foreign-phone' as const, span: { start: 0, end: 1 }, text: '0' }] : []
  const assessment = answer.assessment && assessmentOf(verdict, risks)
  return { ...answer, substantive: verdict !== 'unrelated', assessment, risks }
}

const isVerdict = (one: string | undefined): one is KnownVerdict =>
  one !== undefined && one !== 'brand' && one !== 'asker'
