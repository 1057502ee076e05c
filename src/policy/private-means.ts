// By which means a talk goes on in private at a given moment.
import type { PageSettings } from './settings.ts'
import type { Thread } from './thread.ts'

/** A platform takes private replies for a while after the post alone; later the customer is offered a call. */
export function privateMeansAt(
  { openedAt }: Pick<Thread, 'openedAt'>,
  { privateMeans, privateWithinMs }: PageSettings,
  now: number,
): PageSettings['privateMeans'] {
  const over = privateWithinMs !== null && now > openedAt + privateWithinMs
  return privateMeans === 'message' && over ? 'form' : privateMeans
}
