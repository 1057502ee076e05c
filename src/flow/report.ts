// The page's figures since a moment: what was taken charge of, answered, validated, and what was left alone.
import { firstLimits, type PageSettings, type Thread } from '../policy/index.ts'
import type { FlowDeps } from './deps.ts'
import type { Desk, Report } from './desk.ts'

const batch = 500
/** A report reads this many threads at most, the newest. */
const most = 20_000

export function createReporting(deps: FlowDeps): Pick<Desk, 'report'> {
  return {
    report: ({ pageId, since }) =>
      deps.store.read(async (tx) => {
        const pages = new Map((await tx.settings()).map((page) => [page.pageId, page]))
        const threads: Thread[] = []
        let before: { openedAt: number; id: string } | undefined
        while (threads.length < most) {
          const some = await tx.threads({
            ...(pageId !== undefined && { pageId }),
            limit: batch,
            ...(before && { before }),
          })
          threads.push(...some.filter(({ openedAt }) => openedAt >= since))
          const last = some.at(-1)
          if (some.length < batch || !last || last.openedAt < since) break
          before = { openedAt: last.openedAt, id: last.id }
        }
        const overtakings = await tx.auditOf({
          ...(pageId !== undefined && { pageId }),
          what: ['overtaking'],
          limit: 200,
        })
        return { ...summarise(threads, pages), overtakings }
      }),
  }
}

/** Pure: the figures of these threads. */
export function summarise(
  threads: readonly Thread[],
  pages: ReadonlyMap<string, PageSettings>,
): Omit<Report, 'overtakings'> {
  const counted = threads.filter(({ state }) => state !== 'rootless' && state !== 'gone')
  const posted = (kind: string) =>
    counted.filter(({ acts }) => acts.some((act) => act.kind === kind && act.state === 'posted')).length
  return {
    threads: counted.length,
    open: counted.filter(({ state }) => state === 'waiting' || state === 'drafted').length,
    takenCharge: clockOf(
      counted,
      (thread) => thread.takenChargeAt,
      (thread) => limits(thread, pages)?.takeChargeBy ?? null,
    ),
    answered: clockOf(
      counted,
      (thread) => thread.answeredAt,
      (thread) => limits(thread, pages)?.answerBy ?? null,
    ),
    byCommunity: counted.filter(
      ({ marks, solvedBy }) => solvedBy !== null || marks.some(({ mark }) => mark !== 'corrected'),
    ).length,
    validated: posted('validate'),
    completed: posted('complete'),
    corrected: posted('correct'),
    answeredByBrand: posted('answer'),
    handedOver: posted('handOver'),
    escalated: counted.filter(({ state, crisis }) => state === 'escalated' || crisis !== null).length,
    leftAlone: counted.filter(({ state, acts }) => state === 'settled' && acts.length === 0).length,
  }
}

function limits(thread: Thread, pages: ReadonlyMap<string, PageSettings>) {
  const page = pages.get(thread.pageId)
  return page && firstLimits(thread, page)
}

function clockOf(
  threads: readonly Thread[],
  reached: (thread: Thread) => number | null,
  limit: (thread: Thread) => number | null,
): Report['answered'] {
  const done = threads.flatMap((thread) => {
    const at = reached(thread)
    return at === null
      ? []
      : [{ ms: at - thread.openedAt, inTime: at <= (limit(thread) ?? Number.POSITIVE_INFINITY) }]
  })
  const inTime = done.filter((one) => one.inTime).length
  return { inTime, late: done.length - inTime, medianMs: median(done.map(({ ms }) => ms)) }
}

function median(values: readonly number[]): number | null {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? null
}
