// Threads for the tests of what a reader sees, as the policy keeps them.
import type { PageSettings, Post, Thread } from '../../../src/ports/index.ts'

export const at = Date.UTC(2026, 9, 5, 9)

export const settings = {
  pageId: 'luma',
  channel: 'community',
  brand: 'Luma',
  name: 'Luma Mobile',
  version: 1,
  lang: 'fr',
  zone: 'Europe/Paris',
} as PageSettings

export function post(externalId: string, parts: Partial<Post> & { by?: string } = {}): Post {
  const { by = 'nina', ...rest } = parts
  const role = by === 'luma' ? 'brand' : by === 'asker' ? 'asker' : 'member'
  return {
    id: `t1.${externalId}`,
    externalId,
    replyTo: externalId === 'q' ? null : 'q',
    author: { id: by, name: by, role, influence: null },
    text: `text of ${externalId}`,
    at: at + Number(externalId.replace(/\D/g, '') || 0) * 60_000,
    version: 0,
    deleted: false,
    hidden: false,
    likes: 0,
    private: false,
    outboxId: null,
    ...rest,
  }
}

export function thread(posts: readonly Post[], parts: Partial<Thread> = {}): Thread {
  return {
    id: 't1',
    channel: 'community',
    pageId: 'luma',
    externalId: 'q',
    version: posts.length,
    state: 'waiting',
    lang: 'fr',
    openedAt: at,
    posts,
    marks: [],
    acts: [],
    solvedBy: null,
    answeredAt: null,
    takenChargeAt: null,
    handOver: null,
    ...parts,
  } as unknown as Thread
}
