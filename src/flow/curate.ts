// The admin's station: entries kept true, questions that lack one made visible.
import { type Entry, formatFaq, maskPersonalData, parseFaq } from '../../knowledge/index.ts'
import type { StoreTransaction } from '../ports/index.ts'
import { applyEvent } from './apply.ts'
import { noteKnowledgeChange } from './brain.ts'
import type { FlowDeps } from './deps.ts'
import type { Desk, Gap } from './desk.ts'
import { gatherGaps } from './gaps.ts'
import { inTransaction, type Work } from './work.ts'

const monthMs = 30 * 24 * 3_600_000
/** Threads re-judged at once when their entry changes; those beyond are old and settled. */
const threadsPerEntry = 500

type Curation = Pick<
  Desk,
  'entries' | 'packLinks' | 'saveEntry' | 'removeEntry' | 'importFaq' | 'exportFaq' | 'gaps'
>

export function createCuration(deps: FlowDeps): Curation {
  const entries = () => deps.store.read((tx) => tx.entries())
  return {
    entries,
    packLinks: async () => (await deps.brain.current()).links,
    async saveEntry(entry, by) {
      const { entries: parsed, errors } = parseFaq(JSON.stringify(entry))
      const [valid] = parsed
      if (!valid) return { kind: 'invalid', errors: errors.map(({ field, message }) => ({ field, message })) }
      const revision = await inTransaction(deps, (work) => save(work, valid, by))
      return { kind: 'saved', revision }
    },
    removeEntry: (id, by) =>
      inTransaction(deps, async (work) => {
        await work.tx.removeEntry(id, work.now, by)
        await noteKnowledgeChange(work.tx)
        await rejudge(work, id, 0)
        work.news.push({ kind: 'knowledge' })
      }),
    async importFaq(jsonLines, by) {
      const { entries: parsed, errors } = parseFaq(jsonLines)
      if (errors.length > 0) return { added: 0, revised: 0, unchanged: 0, errors }
      return inTransaction(deps, (work) => importAll(work, parsed, by))
    },
    exportFaq: async () => formatFaq(await entries()),
    gaps: (since = deps.clock.now() - monthMs) =>
      deps.store.read(async (tx) => {
        const [shown, rest] = split(gatherGaps(await tx.unmatched(since, 2_000)), answeredGaps)
        return [...(await Promise.all(shown.map((gap) => withAnswer(tx, gap)))), ...rest]
      }),
  }
}

/** Threads of a gap that are looked through for a colleague's answer. */
const threadsPerGap = 5
/** The most asked gaps, whose threads are worth reading again. */
const answeredGaps = 30

const split = <T>(all: readonly T[], at: number): [T[], T[]] => [all.slice(0, at), all.slice(at)]

async function withAnswer(tx: StoreTransaction, gap: Gap): Promise<Gap> {
  for (const id of gap.threadIds.slice(0, threadsPerGap)) {
    const thread = await tx.thread(id)
    const written = new Set(
      thread?.acts.filter(({ kind }) => kind === 'reply').map(({ outboxId }) => outboxId),
    )
    const reply = thread?.posts.findLast(
      ({ author, outboxId, deleted, private: alone }) =>
        author.role === 'brand' && !deleted && !alone && (outboxId === null || written.has(outboxId)),
    )
    if (reply) return { ...gap, answer: maskPersonalData(reply.text) }
  }
  return gap
}

async function importAll(work: Work, entries: readonly Entry[], by: string) {
  const before = new Map((await work.tx.entries()).map((entry) => [entry.id, entry.revision]))
  const counts = { added: 0, revised: 0, unchanged: 0, errors: [] }
  for (const entry of entries) {
    const revision = await save(work, entry, by)
    const known = before.get(entry.id)
    if (known === undefined) counts.added += 1
    else if (known === revision) counts.unchanged += 1
    else counts.revised += 1
  }
  return counts
}

async function save(work: Work, entry: Entry, by: string): Promise<number> {
  const before = (await work.tx.entries()).find(({ id }) => id === entry.id)?.revision ?? 0
  const revision = await work.tx.saveEntry(entry, work.now, by)
  if (revision === before) return revision
  await noteKnowledgeChange(work.tx)
  await rejudge(work, entry.id, revision)
  work.news.push({ kind: 'knowledge' })
  return revision
}

/** A draft dies with its entry's change: the threads that stand on it are judged again. */
async function rejudge(work: Work, entryId: string, revision: number): Promise<void> {
  for (const id of await work.tx.threadIdsByEntry(entryId, threadsPerEntry)) {
    const thread = await work.tx.thread(id)
    if (thread) await applyEvent(work, thread, { kind: 'entryRevised', entryId, revision })
  }
}
