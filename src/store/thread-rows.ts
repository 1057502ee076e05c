// Threads and their posts: the policy's whole state in one row, the posts each in theirs, what is searched beside it.
import type { Post, StoreTransaction, Thread } from '../ports/index.ts'
import { plainWords } from './plain-words.ts'
import { type Scope, WriteConflict } from './scope.ts'

type Methods = Pick<StoreTransaction, 'thread' | 'saveThread' | 'threadIdOfPost'>

export function threadRows(scope: Scope): Methods {
  const { db, tenant } = scope
  return {
    async thread(id) {
      const row = await db
        .selectFrom('thread')
        .select(['id', 'body', 'row_version'])
        .where('tenant', '=', tenant)
        .where('id', '=', id)
        .$if(scope.locks, (query) => query.forUpdate())
        .executeTakeFirst()
      if (!row) {
        scope.loaded.set(id, { rowVersion: 0, posts: new Map() })
        return null
      }
      const posts = await postBodies(scope, [id])
      scope.loaded.set(id, {
        rowVersion: row.row_version,
        posts: new Map((posts.get(id) ?? []).map(({ id, body }) => [id, body])),
      })
      return threadFrom(
        row.body,
        (posts.get(id) ?? []).map(({ body }) => body),
      )
    },
    async saveThread(thread) {
      const loaded = scope.loaded.get(thread.id) ?? { rowVersion: 0, posts: new Map() }
      await saveRow(scope, thread, loaded.rowVersion)
      const posts = new Map(thread.posts.map((post) => [post.id, JSON.stringify(post)]))
      for (const post of thread.posts)
        if (loaded.posts.get(post.id) !== posts.get(post.id)) await savePost(scope, thread, post)
      await saveMarks(scope, thread)
      scope.loaded.set(thread.id, { rowVersion: loaded.rowVersion + 1, posts })
    },
    async threadIdOfPost(channel, externalId) {
      const row = await db
        .selectFrom('post')
        .select('thread_id')
        .where('tenant', '=', tenant)
        .where('channel', '=', channel)
        .where('external_id', '=', externalId)
        .executeTakeFirst()
      return row?.thread_id ?? null
    },
  }
}

/** The posts of threads as JSON, oldest first. */
export async function postBodies(
  { db, tenant }: Scope,
  threadIds: readonly string[],
): Promise<Map<string, { id: string; body: string }[]>> {
  if (threadIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('post')
    .select(['thread_id', 'id', 'body'])
    .where('tenant', '=', tenant)
    .where('thread_id', 'in', [...threadIds])
    .orderBy('at')
    .orderBy('external_id')
    .execute()
  return Map.groupBy(rows, ({ thread_id }) => thread_id)
}

export function threadFrom(body: string, posts: readonly string[]): Thread {
  return {
    ...(JSON.parse(body) as Omit<Thread, 'posts'>),
    posts: posts.map((post) => JSON.parse(post) as Post),
  }
}

async function saveRow({ db, tenant }: Scope, thread: Thread, rowVersion: number): Promise<void> {
  const row = { tenant, ...columnsOf(thread), row_version: rowVersion + 1 }
  if (rowVersion === 0) {
    const inserted = await db
      .insertInto('thread')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if ((inserted.numInsertedOrUpdatedRows ?? 0n) === 0n)
      throw new WriteConflict(`Thread ${thread.id} was opened meanwhile.`)
    return
  }
  const updated = await db
    .updateTable('thread')
    .set(row)
    .where('tenant', '=', tenant)
    .where('id', '=', thread.id)
    .where('row_version', '=', rowVersion)
    .executeTakeFirst()
  if (updated.numUpdatedRows === 0n) throw new WriteConflict(`Thread ${thread.id} was changed meanwhile.`)
}

function columnsOf(thread: Thread) {
  const { posts, ...body } = thread
  const root = posts.find(({ externalId }) => externalId === thread.externalId)
  const standing = posts.filter(({ deleted, hidden }) => !deleted && !hidden)
  const kind = thread.judgement?.screening.kind
  const asks = kind === 'question' || kind === 'complaint'
  return {
    id: thread.id,
    channel: thread.channel,
    page_id: thread.pageId,
    external_id: thread.externalId,
    state: thread.state,
    opened_at: thread.openedAt,
    wake_at: thread.wakeAt,
    judge_wanted: Number(thread.judgeWanted),
    crisis: Number(thread.crisis !== null),
    in_queue: Number(thread.suggestion !== null || thread.state === 'escalated'),
    visible: Number(root !== undefined && !root.deleted && !root.hidden),
    unmatched: Number(asks && thread.judgement?.entry === null && thread.crisis === null),
    entry_id: thread.judgement?.entry?.id ?? null,
    lang: thread.lang,
    question: root?.deleted ? '' : (root?.text ?? ''),
    // What was said in private is found by nobody's search.
    words: plainWords(standing.flatMap((post) => (post.private ? [] : [post.text])).join(' ')),
    body: JSON.stringify(body),
  }
}

async function savePost({ db, tenant }: Scope, thread: Thread, post: Post): Promise<void> {
  const row = {
    tenant,
    thread_id: thread.id,
    id: post.id,
    channel: thread.channel,
    external_id: post.externalId,
    author_id: post.author.id,
    author_name: post.author.name,
    role: post.author.role,
    page_id: thread.pageId,
    at: post.at,
    body: JSON.stringify(post),
  }
  await db
    .insertInto('post')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['tenant', 'id'])
        .doUpdateSet({ role: row.role, at: row.at, body: row.body, author_name: row.author_name }),
    )
    .execute()
}

async function saveMarks({ db, tenant }: Scope, thread: Thread): Promise<void> {
  if (thread.marks.length === 0) return
  const posts = new Map(thread.posts.map((post) => [post.id, post]))
  for (const { postId, mark } of thread.marks) {
    const author = posts.get(postId)?.author
    if (!author) continue
    await db
      .insertInto('mark')
      .values({
        tenant,
        thread_id: thread.id,
        post_id: postId,
        mark,
        page_id: thread.pageId,
        author_id: author.id,
        author_name: author.name,
      })
      .onConflict((conflict) => conflict.columns(['tenant', 'post_id']).doUpdateSet({ mark }))
      .execute()
  }
}
