// The scheduler's question: whose time has come? Waiting is data; nothing here holds a timer.
import { applyEvent } from './apply.ts'
import type { FlowDeps } from './deps.ts'
import { withoutExpired } from './expired.ts'
import { inTransaction } from './work.ts'

const batchSize = 50

/** Wakes the threads whose moment has come; returns how many. */
export async function wake(deps: FlowDeps): Promise<number> {
  const ids = await deps.store.read((tx) => tx.threadsToWake(deps.clock.now(), batchSize))
  for (const id of ids)
    await inTransaction(deps, async (work) => {
      const thread = await work.tx.thread(id)
      // Another instance may have woken it between the read and this lock.
      if (thread?.wakeAt != null && thread.wakeAt <= work.now)
        await applyEvent(work, await withoutExpired(work, thread), { kind: 'woke' })
    })
  return ids.length
}
