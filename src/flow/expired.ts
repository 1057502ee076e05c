// A draft made from an entry that is not true any more, or is gone, is judged again before anybody can send it.
import type { Thread } from '../policy/index.ts'
import { applyEvent } from './apply.ts'
import type { Work } from './work.ts'

/** The thread as it stands after its draft's entry was looked for. */
export async function withoutExpired(work: Work, thread: Thread): Promise<Thread> {
  const entryId = thread.suggestion?.entry?.id
  if (entryId === undefined || work.knowledge.entries.has(entryId)) return thread
  return (await applyEvent(work, thread, { kind: 'entryRevised', entryId, revision: 0 })).thread
}
