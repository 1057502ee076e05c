// A change of a page's settings: kept, written down, and told to every thread it touches.
import type { PageSettings } from '../policy/index.ts'
import { applyEvent } from './apply.ts'
import type { Work } from './work.ts'

/** Open threads told of a change at once; the scheduler's next look finds the new settings for the others. */
const threadsTold = 1_000

/** Keeps a page's settings and writes down who changed what. */
export async function keepSettings(
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

/** Every open thread hears of the change, since the policy may decide otherwise now. */
export async function tellThreads(
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
