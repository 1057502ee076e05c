// Threads by what is asked of them: newest of a page, the queue, those to judge, those to wake, those on an entry.
import { sql } from 'kysely'
import type { StoreTransaction, Thread } from '../ports/index.ts'
import { plainWords } from './plain-words.ts'
import type { Scope } from './scope.ts'
import { postBodies, threadFrom } from './thread-rows.ts'

type Methods = Pick<
  StoreTransaction,
  | 'threads'
  | 'openedPerHour'
  | 'queue'
  | 'queueSize'
  | 'threadsToJudge'
  | 'threadsToWake'
  | 'nextDue'
  | 'threadIdsByEntry'
  | 'unmatched'
>

const mostSearchWords = 8
const hourMs = 3_600_000

export function threadLists(scope: Scope): Methods {
  const { db, tenant } = scope
  const threads = () => db.selectFrom('thread').where('tenant', '=', tenant)
  return {
    async threads({ pageId, text, states, visible, limit, before }) {
      let query = threads()
        .select(['id', 'body'])
        .orderBy('opened_at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
      if (pageId !== undefined) query = query.where('page_id', '=', pageId)
      if (states) query = query.where('state', 'in', [...states])
      if (visible !== undefined) query = query.where('visible', '=', Number(visible))
      for (const word of searched(text)) query = query.where('words', 'like', `% ${word}%`)
      if (before)
        query = query.where(
          sql<boolean>`(opened_at < ${before.openedAt} or (opened_at = ${before.openedAt} and id < ${before.id}))`,
        )
      return whole(scope, await query.execute())
    },
    async openedPerHour(pageId, now, hours) {
      const rows = await threads()
        .where('page_id', '=', pageId)
        .where('opened_at', '>', now - hours * hourMs)
        .where('opened_at', '<=', now)
        // Both databases divide whole numbers into whole numbers.
        .select(sql<number>`(${sql.lit(now)} - opened_at) / ${sql.lit(hourMs)}`.as('ago'))
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .groupBy('ago')
        .execute()
      const counts = new Map(rows.map(({ ago, count }) => [Number(ago), Number(count)]))
      const first = await threads()
        .where('page_id', '=', pageId)
        .select((eb) => eb.fn.min('opened_at').as('at'))
        .executeTakeFirst()
      const known = first?.at == null ? 0 : Math.floor((now - Number(first.at)) / hourMs) + 1
      return Array.from({ length: Math.min(hours, known) }, (_, ago) => counts.get(ago) ?? 0)
    },
    async queue({ pageId, limit, after }) {
      let query = threads()
        .select(['id', 'body'])
        .where('in_queue', '=', 1)
        .orderBy('crisis', 'desc')
        .orderBy('opened_at')
        .orderBy('id')
        .limit(limit)
      if (pageId !== undefined) query = query.where('page_id', '=', pageId)
      if (after) {
        const crisis = Number(after.crisis)
        query = query.where(
          sql<boolean>`(crisis < ${crisis} or (crisis = ${crisis} and (opened_at > ${after.openedAt} or (opened_at = ${after.openedAt} and id > ${after.id}))))`,
        )
      }
      return whole(scope, await query.execute())
    },
    async queueSize(pageId) {
      let query = threads()
        .where('in_queue', '=', 1)
        .select((eb) => eb.fn.countAll<number>().as('size'))
      if (pageId !== undefined) query = query.where('page_id', '=', pageId)
      return Number((await query.executeTakeFirstOrThrow()).size)
    },
    async threadsToJudge(limit) {
      return ids(
        await threads()
          .select('id')
          .where('judge_wanted', '=', 1)
          .orderBy('opened_at')
          .limit(limit)
          .execute(),
      )
    },
    async threadsToWake(now, limit) {
      return ids(
        await threads().select('id').where('wake_at', '<=', now).orderBy('wake_at').limit(limit).execute(),
      )
    },
    async nextDue() {
      const wake = await threads()
        .select((eb) => eb.fn.min('wake_at').as('at'))
        .executeTakeFirst()
      const out = await db
        .selectFrom('outbox')
        .where('tenant', '=', tenant)
        .where('state', 'in', ['due', 'unknown'])
        .select((eb) => eb.fn.min('due_at').as('at'))
        .executeTakeFirst()
      const moments = [wake?.at, out?.at].filter((at) => at !== null && at !== undefined).map(Number)
      return moments.length === 0 ? null : Math.min(...moments)
    },
    async threadIdsByEntry(entryId, limit) {
      return ids(
        await threads()
          .select('id')
          .where('entry_id', '=', entryId)
          .orderBy('opened_at', 'desc')
          .limit(limit)
          .execute(),
      )
    },
    async unmatched(since, limit) {
      const rows = await threads()
        .select(['id', 'question', 'lang', 'opened_at'])
        .where('unmatched', '=', 1)
        .where('opened_at', '>=', since)
        .orderBy('opened_at', 'desc')
        .limit(limit)
        .execute()
      return rows.map(({ id, question, lang, opened_at }) => ({
        threadId: id,
        text: question,
        lang,
        at: opened_at,
      }))
    },
  }
}

const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id)

/** Letters and digits alone, so that what is typed cannot steer the pattern. */
const searched = (text: string | undefined) =>
  plainWords(text ?? '')
    .split(' ')
    .filter(Boolean)
    .slice(0, mostSearchWords)

async function whole(scope: Scope, rows: readonly { id: string; body: string }[]): Promise<Thread[]> {
  const posts = await postBodies(scope, ids(rows))
  return rows.map(({ id, body }) =>
    threadFrom(
      body,
      (posts.get(id) ?? []).map(({ body }) => body),
    ),
  )
}
