// Holds what the bot knows now, and learns it anew when an entry changes, on this instance or another.
import {
  createKnowledge,
  type Entry,
  type Knowledge,
  type PackEntry,
  type SecondJudge,
  type TextModels,
} from '../../knowledge/index.ts'
import type { Clock, Store, StoreTransaction } from '../ports/index.ts'

const versionFact = 'knowledge.version'

export interface Brain {
  /** The knowledge as of the newest entries that are true now. Building takes a moment after a change; calls share one build. */
  current(): Promise<Knowledge>
}

export interface BrainOptions {
  store: Pick<Store, 'read'>
  clock: Pick<Clock, 'now'>
  /** The industry's recurring questions that suit these entries. */
  packFor(entries: readonly Entry[]): readonly PackEntry[]
  models?: TextModels
  second?: SecondJudge
  /** Precision asked of a match before it counts, 0..1. */
  precision?: number
}

/** To be called in the transaction that changes an entry. */
export async function noteKnowledgeChange(tx: StoreTransaction): Promise<void> {
  const version = Number((await tx.fact(versionFact)) ?? '0')
  await tx.setFact(versionFact, String(version + 1))
}

export function createBrain(options: BrainOptions): Brain {
  let built: { version: string; until: number; knowledge: Promise<Knowledge> } | null = null
  return {
    async current() {
      const version = (await options.store.read((tx) => tx.fact(versionFact))) ?? '0'
      const now = options.clock.now()
      if (built?.version !== version || now >= built.until) {
        const entries = await options.store.read((tx) => tx.entries())
        const valid = entries.filter((entry) => isValid(entry, now))
        built = { version, until: nextChange(entries, now), knowledge: build(options, valid) }
      }
      return built.knowledge
    },
  }
}

function isValid({ validity }: Entry, now: number): boolean {
  return (validity?.from ?? now) <= now && now < (validity?.until ?? Number.POSITIVE_INFINITY)
}

/** When the next entry begins or ceases to be true, ms. */
function nextChange(entries: readonly Entry[], now: number): number {
  const moments = entries.flatMap(({ validity }) => [validity?.from ?? 0, validity?.until ?? 0])
  return Math.min(Number.POSITIVE_INFINITY, ...moments.filter((at) => at > now))
}

function build(
  { packFor, models, second, precision }: BrainOptions,
  entries: readonly Entry[],
): Promise<Knowledge> {
  return createKnowledge({
    entries,
    pack: packFor(entries),
    ...(models && { models }),
    ...(second && { second }),
    ...(precision !== undefined && { precision }),
  })
}
