// What a thread asks: the question with what the asker added, as one text to match and to judge against.
import type { Post, Thread } from '../policy/index.ts'

const standing = (post: Post) => !post.deleted && !post.hidden

/** The root post; null while it has not arrived, or is deleted. */
export function rootOf(thread: Thread): Post | null {
  return thread.posts.find((post) => post.externalId === thread.externalId && !post.deleted) ?? null
}

/**
 * The asker's words: the question and what they posted before anybody answered (a burst is one question). Later
 * posts of theirs are answers to members, or follow-ups, and join only when they ask something. What they say in
 * private is for a human alone.
 */
export function questionText(thread: Thread): string {
  const root = rootOf(thread)
  if (!root) return ''
  const posts = thread.posts.filter(standing).toSorted((a, b) => a.at - b.at)
  const firstAnswer = posts.find((post) => post.author.role !== 'asker')
  const burst = posts.filter(
    (post) =>
      post.author.role === 'asker' &&
      !post.private &&
      post !== root &&
      (!firstAnswer || post.at < firstAnswer.at || post.text.includes('?')),
  )
  return [root, ...burst].map(({ text }) => text).join('\n')
}

/** What the asker said last, after the question itself; null where that is all. */
export function lastWordOf(thread: Thread): string | null {
  const posts = thread.posts.filter(standing).toSorted((a, b) => a.at - b.at)
  const last = posts.findLast(({ author }) => author.role === 'asker')
  return last && last.externalId !== thread.externalId ? last.text : null
}

/** Members' posts that stand and may be answers. */
export function answersOf(thread: Thread): Post[] {
  return thread.posts.filter((post) => standing(post) && post.author.role === 'member')
}
