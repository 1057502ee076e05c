// The admin's settings of a page: checked, kept with their version, told to every thread they touch.
import type { PageSettings } from '../policy/index.ts'
import { applyEvent } from './apply.ts'
import { checkSettings } from './check-settings.ts'
import type { FlowDeps } from './deps.ts'
import type { Desk } from './desk.ts'
import { inTransaction, type Work } from './work.ts'

/** Open threads told of a change at once; the scheduler's next look finds the new settings for the others. */
const threadsTold = 1_000

export function createPageDesk(
  deps: FlowDeps,
): Pick<Desk, 'pages' | 'saveSettings' | 'brake' | 'refreshHolidays'> {
  return {
    pages: () => deps.store.read((tx) => tx.settings()),
    async saveSettings(settings, by) {
      const errors = checkSettings(settings)
      return errors.length > 0
        ? { kind: 'invalid', errors }
        : inTransaction(deps, (work) => save(work, settings, by))
    },
    refreshHolidays: () => inTransaction(deps, refreshHolidays),
    brake: ({ pageId, pulled, reason, by }) =>
      inTransaction(deps, async (work) => {
        const page = work.pages.get(pageId)
        if (!page) return
        const next = {
          ...page,
          version: page.version + 1,
          brake: pulled ? { reason, since: work.now } : null,
        }
        await keep(work, next, by, pulled ? 'brakePulled' : 'brakeLifted', reason)
        await tell({ ...work, pages: new Map(work.pages).set(pageId, next) }, pageId, {
          kind: 'brake',
          pulled,
          reason,
        })
      }),
  }
}

type SaveOutcome = Awaited<ReturnType<Desk['saveSettings']>>

async function save(work: Work, settings: PageSettings, by: string): Promise<SaveOutcome> {
  const before = work.pages.get(settings.pageId)
  if (!before)
    return { kind: 'invalid', errors: [{ field: 'pageId', message: `No page "${settings.pageId}".` }] }
  if (before.version !== settings.version)
    return {
      kind: 'invalid',
      errors: [
        {
          field: 'version',
          message: 'Somebody changed these settings meanwhile. Reload and redo the change.',
        },
      ],
    }
  const next = {
    ...settings,
    version: before.version + 1,
    brake: before.brake,
    holidays: holidaysOf(work, settings),
  }
  await keep(work, next, by, 'settingsChanged', changedFields(before, next).join(', ') || 'nothing')
  await tell({ ...work, pages: new Map(work.pages).set(next.pageId, next) }, next.pageId, {
    kind: 'settingsChanged',
  })
  return { kind: 'saved', version: next.version }
}

/** The tables go a few years ahead; each start looks further. */
async function refreshHolidays(work: Work): Promise<void> {
  for (const page of work.pages.values()) {
    const holidays = holidaysOf(work, page)
    if (JSON.stringify(holidays) === JSON.stringify(page.holidays)) continue
    const next = { ...page, holidays, version: page.version + 1 }
    const where = [page.country, page.region].filter(Boolean).join(' ')
    await keep(work, next, 'policy', 'holidaysRefreshed', `Public holidays of ${where || 'nowhere'}.`)
    await tell({ ...work, pages: new Map(work.pages).set(page.pageId, next) }, page.pageId, {
      kind: 'settingsChanged',
    })
  }
}

const holidaysOf = ({ deps, now }: Work, { country, region, holidays }: PageSettings) =>
  deps.holidays ? deps.holidays(country, region, now) : holidays

async function keep(
  work: Work,
  settings: PageSettings,
  by: string,
  what: string,
  sentence: string,
): Promise<void> {
  await work.tx.saveSettings(settings)
  await work.tx.audit({
    at: work.now,
    threadId: null,
    pageId: settings.pageId,
    by,
    what,
    rule: null,
    sentence,
    details: { version: settings.version },
  })
  work.news.push({ kind: 'settings', pageId: settings.pageId })
}

async function tell(
  work: Work,
  pageId: string,
  event: { kind: 'settingsChanged' } | { kind: 'brake'; pulled: boolean; reason: string },
) {
  const open = await work.tx.threads({
    pageId,
    states: ['rootless', 'waiting', 'drafted', 'escalated'],
    limit: threadsTold,
  })
  for (const { id } of open) {
    const thread = await work.tx.thread(id)
    if (thread) await applyEvent(work, thread, event)
  }
}

function changedFields(before: PageSettings, next: PageSettings): string[] {
  const keys = Object.keys(next) as (keyof PageSettings)[]
  return keys.filter((key) => key !== 'version' && JSON.stringify(before[key]) !== JSON.stringify(next[key]))
}
