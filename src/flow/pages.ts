// The admin's settings of a page: checked, kept with their version, told to every thread they touch.
import type { PageSettings } from '../policy/index.ts'
import { setBrake } from './brake.ts'
import { checkSettings } from './check-settings.ts'
import type { FlowDeps } from './deps.ts'
import type { Desk } from './desk.ts'
import { keepSettings, tellThreads } from './settings-change.ts'
import { inTransaction, type Work } from './work.ts'

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
    brake: (order) => inTransaction(deps, (work) => setBrake(work, order)),
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
    topicBrakes: before.topicBrakes,
    calmedAt: before.calmedAt,
    holidays: holidaysOf(work, settings),
  }
  await keepSettings(work, next, by, 'settingsChanged', changedFields(before, next).join(', ') || 'nothing')
  await tellThreads({ ...work, pages: new Map(work.pages).set(next.pageId, next) }, next.pageId, {
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
    await keepSettings(work, next, 'policy', 'holidaysRefreshed', `Public holidays of ${where || 'nowhere'}.`)
    await tellThreads({ ...work, pages: new Map(work.pages).set(page.pageId, next) }, page.pageId, {
      kind: 'settingsChanged',
    })
  }
}

const holidaysOf = ({ deps, now }: Work, { country, region, holidays }: PageSettings) =>
  deps.holidays ? deps.holidays(country, region, now) : holidays

function changedFields(before: PageSettings, next: PageSettings): string[] {
  const keys = Object.keys(next) as (keyof PageSettings)[]
  return keys.filter((key) => key !== 'version' && JSON.stringify(before[key]) !== JSON.stringify(next[key]))
}
