// Likes, hiding and "this solved it": of each kind on each post the newest counts, whatever the order of arrival.
import type { Post, Sign, Thread } from './thread.ts'

/** The thread with the sign; the same thread when a newer one is known. */
export function addSign(thread: Thread, sign: Sign): Thread {
  const known = thread.signs.find((one) => keyOf(one) === keyOf(sign))
  if (known && !isNewer(sign, known)) return thread
  const others = thread.signs.filter((one) => one !== known)
  return withSigns({ ...thread, signs: [...others, sign].toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)) })
}

/** What the signs say of the posts that are there. */
export function withSigns(thread: Thread): Thread {
  if (thread.signs.length === 0) return thread
  const posts = thread.posts.map((post) => thread.signs.reduce(signed, post))
  return solved({ ...thread, posts })
}

function signed(post: Post, sign: Sign): Post {
  if (sign.kind === 'solved' || sign.externalId !== post.externalId) return post
  return sign.kind === 'liked' ? { ...post, likes: sign.likes } : { ...post, hidden: sign.hidden }
}

/** Only the asker can say so, and who asks is known with the root alone. */
function solved(thread: Thread): Thread {
  const asker = thread.posts.find(({ externalId }) => externalId === thread.externalId)?.author.id
  const sign = thread.signs.find((one) => one.kind === 'solved' && one.byAuthorId === asker)
  const by = thread.posts.find(({ externalId }) => externalId === sign?.externalId)?.id ?? null
  const takenBack = by === null && thread.solvedBy !== null
  return {
    ...thread,
    solvedBy: by,
    solvedAt: by === null ? null : (sign?.version ?? null),
    // The thread that this settled is open again.
    settledAt: takenBack ? null : thread.settledAt,
  }
}

const keyOf = (sign: Sign): string =>
  `${sign.kind} ${sign.kind === 'solved' ? sign.byAuthorId : sign.externalId}`

/** Of two signs of the same moment any will do, so long as it is always the same. */
function isNewer(sign: Sign, known: Sign): boolean {
  return (
    sign.version - known.version > 0 ||
    (sign.version === known.version && JSON.stringify(sign) > JSON.stringify(known))
  )
}
