// Station 1: takes each event of a channel in once. What it acknowledges is on disk.
import { createHash } from 'node:crypto'
import type { Incoming, TakeIn, TakenIn } from '../ports/index.ts'
import type { FlowDeps } from './deps.ts'

/** The thread's identity: the same for every delivery of every post of it, in any order. */
export function threadIdOf(channel: string, pageId: string, rootExternalId: string): string {
  return createHash('sha256')
    .update(JSON.stringify([channel, pageId, rootExternalId]))
    .digest('base64url')
    .slice(0, 16)
}

interface Waiting {
  events: readonly Incoming[]
  resolve(taken: TakenIn[]): void
  reject(error: unknown): void
}

/**
 * Group commit: whatever arrives while one transaction is being written shares the next, so that a full flush to
 * disk costs little under load. Each caller is answered after the COMMIT that holds its events.
 */
export function createInbox(deps: Pick<FlowDeps, 'store' | 'clock'>, afterCommit: () => void): TakeIn {
  let waiting: Waiting[] = []
  let writing = false

  async function write(): Promise<void> {
    writing = true
    while (waiting.length > 0) {
      const batch = waiting
      waiting = []
      await keepBatch(batch)
      afterCommit()
    }
    writing = false
  }

  async function keepBatch(batch: readonly Waiting[]): Promise<void> {
    try {
      const taken = await keep(
        deps,
        batch.map(({ events }) => events),
      )
      for (const [index, { resolve }] of batch.entries()) resolve(taken[index] ?? [])
    } catch (error) {
      for (const { reject } of batch) reject(error)
    }
  }

  return (events) =>
    new Promise((resolve, reject) => {
      waiting.push({ events, resolve, reject })
      if (!writing) void write()
    })
}

async function keep(
  deps: Pick<FlowDeps, 'store' | 'clock'>,
  batch: readonly (readonly Incoming[])[],
): Promise<TakenIn[][]> {
  return deps.store.transaction(async (tx) => {
    const pages = new Set((await tx.settings()).map(({ pageId }) => pageId))
    const now = deps.clock.now()
    const taken: TakenIn[][] = []
    for (const events of batch) {
      const outcomes: TakenIn[] = []
      for (const event of events) {
        if (!pages.has(event.pageId)) {
          outcomes.push({ kind: 'refused', reason: `Page "${event.pageId}" is not set up here.` })
          continue
        }
        const threadId = threadIdOf(event.channel, event.pageId, event.threadExternalId)
        const fresh = await tx.receive(threadId, event, now)
        outcomes.push({ kind: fresh ? 'kept' : 'duplicate', threadId })
      }
      taken.push(outcomes)
    }
    return taken
  })
}
