// What the brand keeps: entries with all their revisions, pages, likes, credits, and small named facts.
import type { Entry, PageSettings, StoreTransaction } from '../ports/index.ts'
import type { Scope } from './scope.ts'

type Methods = Pick<
  StoreTransaction,
  | 'entries'
  | 'saveEntry'
  | 'removeEntry'
  | 'settings'
  | 'saveSettings'
  | 'like'
  | 'likedBy'
  | 'credits'
  | 'fact'
  | 'setFact'
>

export function brandRows(scope: Scope): Methods {
  return { ...entryMethods(scope), ...pageMethods(scope), ...likeMethods(scope), ...factMethods(scope) }
}

function entryMethods({ db, tenant }: Scope): Pick<Methods, 'entries' | 'saveEntry' | 'removeEntry'> {
  return {
    async entries() {
      const rows = await db
        .selectFrom('entry')
        .select('body')
        .where('tenant', '=', tenant)
        .where('removed_at', 'is', null)
        .orderBy('id')
        .execute()
      return rows.map(({ body }) => JSON.parse(body) as Entry)
    },
    async saveEntry(entry, at, by) {
      const there = await db
        .selectFrom('entry')
        .selectAll()
        .where('tenant', '=', tenant)
        .where('id', '=', entry.id)
        .executeTakeFirst()
      const same = there && there.removed_at === null && sameEntry(JSON.parse(there.body) as Entry, entry)
      if (same) return there.revision
      const revision = (there?.revision ?? 0) + 1
      const body = JSON.stringify({ ...entry, revision })
      await db
        .insertInto('entry')
        .values({ tenant, id: entry.id, revision, removed_at: null, body })
        .onConflict((conflict) =>
          conflict.columns(['tenant', 'id']).doUpdateSet({ revision, removed_at: null, body }),
        )
        .execute()
      await db.insertInto('entry_revision').values({ tenant, id: entry.id, revision, at, by, body }).execute()
      return revision
    },
    async removeEntry(id, at, by) {
      const there = await db
        .selectFrom('entry')
        .selectAll()
        .where('tenant', '=', tenant)
        .where('id', '=', id)
        .executeTakeFirst()
      if (!there || there.removed_at !== null) return
      const revision = there.revision + 1
      await db
        .updateTable('entry')
        .set({ removed_at: at, revision })
        .where('tenant', '=', tenant)
        .where('id', '=', id)
        .execute()
      await db
        .insertInto('entry_revision')
        .values({ tenant, id, revision, at, by, body: '{"removed":true}' })
        .execute()
    },
  }
}

function sameEntry(a: Entry, b: Entry): boolean {
  return JSON.stringify(sorted({ ...a, revision: 0 })) === JSON.stringify(sorted({ ...b, revision: 0 }))
}

/** Keys in order, so that the order in which an entry was written does not count as a change. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  )
}

function pageMethods({ db, tenant }: Scope): Pick<Methods, 'settings' | 'saveSettings'> {
  return {
    async settings() {
      const rows = await db
        .selectFrom('page')
        .select('body')
        .where('tenant', '=', tenant)
        .orderBy('id')
        .execute()
      return rows.map(({ body }) => JSON.parse(body) as PageSettings)
    },
    async saveSettings(settings) {
      const body = JSON.stringify(settings)
      await db
        .insertInto('page')
        .values({ tenant, id: settings.pageId, body })
        .onConflict((conflict) => conflict.columns(['tenant', 'id']).doUpdateSet({ body }))
        .execute()
    },
  }
}

function likeMethods({ db, tenant }: Scope): Pick<Methods, 'like' | 'likedBy' | 'credits'> {
  return {
    async like(postId, personId, on) {
      if (on)
        await db
          .insertInto('post_like')
          .values({ tenant, post_id: postId, person_id: personId })
          .onConflict((conflict) => conflict.doNothing())
          .execute()
      else
        await db
          .deleteFrom('post_like')
          .where('tenant', '=', tenant)
          .where('post_id', '=', postId)
          .where('person_id', '=', personId)
          .execute()
      const { likes } = await db
        .selectFrom('post_like')
        .where('tenant', '=', tenant)
        .where('post_id', '=', postId)
        .select((eb) => eb.fn.countAll<number>().as('likes'))
        .executeTakeFirstOrThrow()
      return Number(likes)
    },
    async likedBy(personId, postIds) {
      if (postIds.length === 0) return new Set()
      const rows = await db
        .selectFrom('post_like')
        .select('post_id')
        .where('tenant', '=', tenant)
        .where('person_id', '=', personId)
        .where('post_id', 'in', [...postIds])
        .execute()
      return new Set(rows.map(({ post_id }) => post_id))
    },
    async credits(pageId, limit) {
      let query = db
        .selectFrom('mark')
        .select(['author_id', 'author_name', 'mark'])
        .where('tenant', '=', tenant)
        .where('mark', '!=', 'corrected')
      if (pageId !== null) query = query.where('page_id', '=', pageId)
      const byAuthor = Map.groupBy(await query.execute(), ({ author_id }) => author_id)
      const credits = [...byAuthor].map(([authorId, marks]) => ({
        authorId,
        name: marks.at(-1)?.author_name ?? '',
        validated: marks.filter(({ mark }) => mark === 'validated').length,
        completed: marks.filter(({ mark }) => mark === 'completed').length,
        answers: 0,
      }))
      const best = credits
        .toSorted(
          (a, b) =>
            b.validated - a.validated || b.completed - a.completed || (a.authorId < b.authorId ? -1 : 1),
        )
        .slice(0, limit)
      const answers = await answersOf(best.map(({ authorId }) => authorId))
      return best.map((credit) => ({ ...credit, answers: answers.get(credit.authorId) ?? 0 }))
    },
  }

  async function answersOf(authorIds: readonly string[]): Promise<Map<string, number>> {
    if (authorIds.length === 0) return new Map()
    const rows = await db
      .selectFrom('post')
      .where('tenant', '=', tenant)
      .where('role', '=', 'member')
      .where('author_id', 'in', [...authorIds])
      .groupBy('author_id')
      .select((eb) => ['author_id', eb.fn.countAll<number>().as('answers')])
      .execute()
    return new Map(rows.map(({ author_id, answers }) => [author_id, Number(answers)]))
  }
}

function factMethods({ db, tenant }: Scope): Pick<Methods, 'fact' | 'setFact'> {
  return {
    async fact(name) {
      const row = await db
        .selectFrom('fact')
        .select('value')
        .where('tenant', '=', tenant)
        .where('name', '=', name)
        .executeTakeFirst()
      return row?.value ?? null
    },
    async setFact(name, value) {
      await db
        .insertInto('fact')
        .values({ tenant, name, value })
        .onConflict((conflict) => conflict.columns(['tenant', 'name']).doUpdateSet({ value }))
        .execute()
    },
  }
}
