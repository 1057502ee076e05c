// What is said in a thread, whatever the order in which it arrives: each fact counts once, the newest form of a post
// wins, a deletion is final.
import type { ThreadEvent } from './event.ts'
import { addSign, withSigns } from './signs.ts'
import type { Post, Sign, Thread } from './thread.ts'

type ContentEvent = Sign | Extract<ThreadEvent, { kind: 'posted' | 'edited' | 'deleted' }>

const changesKept = 20

export function isContent(event: ThreadEvent): event is ContentEvent {
  return ['posted', 'edited', 'deleted', 'liked', 'hidden', 'solved'].includes(event.kind)
}

/** The thread with the event's content; the same thread when nothing is new. */
export function applyContent(thread: Thread, event: ContentEvent): Thread {
  switch (event.kind) {
    case 'posted':
      return once(thread, `posted ${event.post.externalId}`, `a new post by ${event.post.author.name}`, () =>
        addPost(thread, event.post),
      )
    case 'edited':
      return once(thread, `edited ${event.externalId} ${event.version}`, 'a post was edited', () =>
        reform(thread, event.externalId, event.version, event.text),
      )
    case 'deleted':
      return once(thread, `deleted ${event.externalId}`, 'a post was deleted', () =>
        reform(thread, event.externalId, Number.MAX_SAFE_INTEGER, null),
      )
    case 'liked':
    case 'hidden':
    case 'solved':
      return addSign(thread, event)
  }
}

/** A brand's post that left this house: it is content, but nothing to judge anew. */
export function addOwnPost(thread: Thread, post: Post): Thread {
  const added = once(thread, `posted ${post.externalId}`, 'the brand replied', () => addPost(thread, post))
  if (added === thread) return thread
  const judgement = thread.judgement && { ...thread.judgement, threadVersion: added.version }
  const fresh = !thread.judgeWanted && thread.judgement?.threadVersion === thread.version
  return fresh ? { ...added, judgement, judgeWanted: false } : added
}

/** An entry picked or revised: no content, but what was judged and drafted no longer stands. */
export function revise(thread: Thread, what: string): Thread {
  return counted({ ...thread, revisions: thread.revisions + 1 }, what)
}

function once(thread: Thread, fact: string, what: string, change: () => Thread): Thread {
  if (thread.known.includes(fact)) return thread
  const changed = change()
  return counted({ ...changed, known: [...changed.known, fact].toSorted() }, what)
}

function counted(thread: Thread, what: string): Thread {
  const version = thread.known.length + thread.revisions
  return {
    ...thread,
    version,
    changes: [...thread.changes, { version, what }].slice(-changesKept),
    judgeWanted: true,
    settledAt: null,
  }
}

function addPost(thread: Thread, post: Post): Thread {
  const ahead = thread.ahead.filter(({ externalId }) => externalId === post.externalId)
  const newest = ahead.reduce<Post>(
    (form, early) => (early.version > form.version ? formed(form, early) : form),
    post,
  )
  const posts = [...thread.posts, newest].toSorted(inOrder)
  const added = withRoles({
    ...thread,
    posts,
    ahead: thread.ahead.filter(({ externalId }) => externalId !== post.externalId),
    openedAt: post.externalId === thread.externalId ? post.at : thread.openedAt,
  })
  return withSigns(added)
}

function reform(thread: Thread, externalId: string, version: number, text: string | null): Thread {
  const form = { externalId, version, text }
  if (!thread.posts.some((post) => post.externalId === externalId))
    return {
      ...thread,
      ahead: [...thread.ahead, form].toSorted(
        (a, b) => a.version - b.version || (a.externalId < b.externalId ? -1 : 1),
      ),
    }
  return changePost(thread, externalId, (post) => (version > post.version ? formed(post, form) : post))
}

function formed(post: Post, form: { version: number; text: string | null }): Post {
  return form.text === null
    ? { ...post, deleted: true, text: '', version: form.version }
    : { ...post, text: form.text, version: form.version }
}

function changePost(thread: Thread, externalId: string, change: (post: Post) => Post): Thread {
  return {
    ...thread,
    posts: thread.posts.map((post) => (post.externalId === externalId ? change(post) : post)),
  }
}

/** Who asks is known only with the root; answers may have come first. */
function withRoles(thread: Thread): Thread {
  const asker = thread.posts.find(({ externalId }) => externalId === thread.externalId)?.author.id
  const roleOf = ({ author, externalId }: Post): Post['author']['role'] => {
    if (author.role === 'brand') return 'brand'
    return externalId === thread.externalId || author.id === asker ? 'asker' : 'member'
  }
  return {
    ...thread,
    posts: thread.posts.map((post) => ({ ...post, author: { ...post.author, role: roleOf(post) } })),
  }
}

/** By the platform's clock; the id decides between posts of the same moment, so that arrival does not. */
function inOrder(a: Post, b: Post): number {
  return a.at - b.at || (a.externalId < b.externalId ? -1 : 1)
}
