// A thread as one reader may see it: what is theirs whole, what is others' masked, what is private to two alone.
import type { Mark, PageSettings, Person, Post, Thread } from '../../ports/index.ts'

export interface Reader {
  person: Person | null
  /** Moderators and admins see what is hidden and what was said in private. */
  desk: boolean
}

export type Status =
  | { kind: 'validated' | 'completed' | 'corrected' | 'answered' | 'handedOver' | 'solved' | 'waiting' }
  | { kind: 'answers' }

export interface ShownPost {
  externalId: string
  author: string
  authorId: string
  /** Said in the brand's name. */
  official: boolean
  /** By who asked the question. */
  asker: boolean
  private: boolean
  own: boolean
  at: number
  edited: boolean
  /** Null where a tombstone stands. */
  text: string | null
  gone: 'deleted' | 'hidden' | null
  likes: number
  liked: boolean
  mark: Mark | null
  solved: boolean
  /** Answers of this member that the brand validated, on this page. */
  credit: number
}

export interface ShownThread {
  id: string
  lang: Thread['lang']
  question: ShownPost
  answers: readonly ShownPost[]
  status: Status
  /** Members' answers that stand. */
  count: number
  /** The reader asked it. */
  own: boolean
  /** The reader may go on with the brand in private. */
  privateTalk: boolean
}

export interface ViewMatter {
  reader: Reader
  settings: PageSettings
  mask(text: string): string
  liked?: ReadonlySet<string>
  credits?: ReadonlyMap<string, number>
}

export const readerOf = (person: Person | null): Reader => ({
  person,
  desk: person?.role === 'moderator' || person?.role === 'admin',
})

const isRoot = (thread: Thread, post: Post) => post.externalId === thread.externalId

/** Null while the question itself is not there (a reply came first), is gone, or is hidden from this reader. */
export function showThread(thread: Thread, matter: ViewMatter): ShownThread | null {
  const root = thread.posts.find((post) => isRoot(thread, post))
  if (!root || root.deleted) return null
  const own = matter.reader.person?.id === root.author.id
  if (root.hidden && !own && !matter.reader.desk) return null
  const others = thread.posts.filter((post) => !isRoot(thread, post)).toSorted((a, b) => a.at - b.at)
  return {
    id: thread.id,
    lang: thread.lang,
    question: showPost(thread, root, matter, root.author.id),
    answers: others
      .map((post) => showPost(thread, post, matter, root.author.id))
      .filter((post) => !post.private || own || matter.reader.desk),
    status: statusOf(thread),
    count: countAnswers(thread),
    own,
    privateTalk: own && thread.handOver !== null && matter.settings.privateMeans === 'message',
  }
}

function showPost(thread: Thread, post: Post, matter: ViewMatter, askerId: string): ShownPost {
  const { reader, settings, mask } = matter
  const official = post.author.role === 'brand'
  const own = !official && reader.person?.id === post.author.id
  const gone = post.deleted ? 'deleted' : post.hidden ? 'hidden' : null
  const shown = gone === null || (gone === 'hidden' && (own || reader.desk))
  return {
    externalId: post.externalId,
    author: official ? settings.brand : own ? post.author.name : mask(post.author.name),
    authorId: post.author.id,
    official,
    asker: post.author.id === askerId,
    private: post.private,
    own,
    at: post.at,
    edited: post.version > 0 && !official,
    text: shown ? (own || official ? post.text : mask(post.text)) : null,
    gone,
    likes: post.likes,
    liked: matter.liked?.has(post.id) ?? false,
    mark: thread.marks.findLast(({ postId }) => postId === post.id)?.mark ?? null,
    solved: thread.solvedBy !== null && (thread.solvedBy === post.externalId || thread.solvedBy === post.id),
    credit: matter.credits?.get(post.author.id) ?? 0,
  }
}

function countAnswers(thread: Thread): number {
  return thread.posts.filter(
    (post) => !isRoot(thread, post) && post.author.role === 'member' && !post.deleted && !post.hidden,
  ).length
}

/** What one glance must tell: first what the brand said of it, then what the community did. */
function statusOf(thread: Thread): Status {
  const marks = new Set(thread.marks.map(({ mark }) => mark))
  if (marks.has('validated')) return { kind: 'validated' }
  if (marks.has('completed')) return { kind: 'completed' }
  if (marks.has('corrected')) return { kind: 'corrected' }
  if (thread.handOver) return { kind: 'handedOver' }
  if (thread.answeredAt !== null) return { kind: 'answered' }
  if (thread.solvedBy !== null) return { kind: 'solved' }
  return countAnswers(thread) > 0 ? { kind: 'answers' } : { kind: 'waiting' }
}
