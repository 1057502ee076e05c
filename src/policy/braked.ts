// Does a brake stop what would go out by itself in this thread?
import type { Brake, PageSettings } from './settings.ts'
import type { Thread } from './thread.ts'

/** The page's brake, or that of the thread's topic; null where neither is pulled. */
export function brakeOn({ judgement }: Pick<Thread, 'judgement'>, settings: PageSettings): Brake | null {
  const topic = judgement?.entry?.topic
  return settings.brake ?? (topic === undefined ? null : (settings.topicBrakes[topic] ?? null))
}
