// Holds what the bot knows now, and learns it anew when an entry changes, on this instance or another.
import {
  type AnswerJudge,
  createKnowledge,
  type Encoder,
  type Entry,
  type Knowledge,
  type PackEntry,
  type SecondJudge,
} from '../../knowledge/index.ts'
import type { Store, StoreTransaction } from '../ports/index.ts'

const versionFact = 'knowledge.version'

export interface Brain {
  /** The knowledge as of the newest entries. Building takes a moment after a change; calls share one build. */
  current(): Promise<Knowledge>
}

export interface BrainOptions {
  store: Store
  /** The industry's recurring questions that suit these entries. */
  packFor(entries: readonly Entry[]): readonly PackEntry[]
  encoder?: Encoder
  judge?: AnswerJudge
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
  let built: { version: string; knowledge: Promise<Knowledge> } | null = null
  return {
    async current() {
      const version = (await options.store.read((tx) => tx.fact(versionFact))) ?? '0'
      if (built?.version !== version) built = { version, knowledge: build(options) }
      return built.knowledge
    },
  }
}

async function build({
  store,
  packFor,
  encoder,
  judge,
  second,
  precision,
}: BrainOptions): Promise<Knowledge> {
  const entries = await store.read((tx) => tx.entries())
  return createKnowledge({
    entries,
    pack: packFor(entries),
    ...(encoder && { encoder }),
    ...(judge && { judge }),
    ...(second && { second }),
    ...(precision !== undefined && { precision }),
  })
}
