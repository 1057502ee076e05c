// Reads what a page of the community shows, each in one look at the store.
import type { PageSettings, Person, Thread } from '../../ports/index.ts'
import type { CommunityDeps } from './deps.ts'
import { readerOf, type ShownThread, showThread } from './view.ts'

const mostCredited = 200

/** The page of that name on this channel, null when there is none. */
export async function loadPage(
  deps: CommunityDeps,
  pageId: string | undefined,
): Promise<PageSettings | null> {
  const pages = await deps.pages()
  return pages.find((page) => page.pageId === pageId && page.channel === 'community') ?? null
}

export interface Loaded {
  thread: Thread
  shown: ShownThread
}

export type LoadedThread = ({ kind: 'there' } & Loaded) | { kind: 'gone' } | { kind: 'never' }

/** A thread with its likes and credits, as this person may see it. */
export async function loadThread(
  deps: CommunityDeps,
  settings: PageSettings,
  threadId: string,
  person: Person | null,
): Promise<LoadedThread> {
  return deps.store.read(async (tx) => {
    const thread = await tx.thread(threadId)
    if (!thread || thread.pageId !== settings.pageId || thread.channel !== settings.channel)
      return { kind: 'never' }
    const ids = thread.posts.map(({ id }) => id)
    const liked = person ? await tx.likedBy(person.id, ids) : new Set<string>()
    const credits = await tx.credits(settings.pageId, mostCredited)
    const shown = showThread(thread, {
      reader: readerOf(person),
      settings,
      mask: deps.mask,
      liked,
      credits: new Map(
        credits.map(({ authorId, validated, completed }) => [authorId, validated + completed]),
      ),
    })
    if (shown) return { kind: 'there', thread, shown }
    return thread.state === 'rootless' ? { kind: 'never' } : { kind: 'gone' }
  })
}

export interface Found {
  threads: readonly ShownThread[]
  /** Where the next page begins, null on the last. */
  next: string | null
}

const perPage = 20

/** Newest first; `before` is the `next` of the page before, anything unreadable in it is the first page. */
export async function findThreads(
  deps: CommunityDeps,
  settings: PageSettings,
  options: { text: string; before: string | null; person: Person | null; limit?: number },
): Promise<Found> {
  const { text, person, limit = perPage } = options
  const before = readCursor(options.before)
  const rows = await deps.store.read((tx) =>
    tx.threads({
      pageId: settings.pageId,
      visible: true,
      limit: limit + 1,
      ...(text !== '' && { text }),
      ...(before && { before }),
    }),
  )
  const matter = { reader: readerOf(person), settings, mask: deps.mask }
  const page = rows.slice(0, limit)
  const last = rows.length > limit ? page.at(-1) : undefined
  return {
    threads: page.map((thread) => showThread(thread, matter)).filter((each) => each !== null),
    next: last ? `${last.openedAt.toString(36)}.${last.id}` : null,
  }
}

function readCursor(cursor: string | null): { openedAt: number; id: string } | null {
  const [, at = '', id = ''] = /^([0-9a-z]{1,11})\.([\w.~-]{1,100})$/.exec(cursor ?? '') ?? []
  const openedAt = Number.parseInt(at, 36)
  return Number.isFinite(openedAt) && id !== '' ? { openedAt, id } : null
}
