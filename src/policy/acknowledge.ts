// The first sign: the customer hears that they were heard, if nobody has answered by a share of the take-charge time.

import { brakeOn } from './braked.ts'
import type { Change, StepContext } from './change.ts'
import { acknowledgeAt } from './clocks.ts'
import { postSuggestion } from './post.ts'
import { act, mayAcknowledge } from './situation.ts'
import { newSuggestion } from './suggest.ts'
import type { Thread } from './thread.ts'

const why = {
  rule: 'acknowledge',
  sentence: 'Nobody answered yet: the customer is told that they were heard.',
}

/** Sent beside whatever is drafted, once, when the page lets it go by itself; else it is drafted like any other act. */
export function acknowledge(thread: Thread, { now, settings }: StepContext): Change {
  const automatic = settings.autonomy.acknowledge.mode === 'automatic' && brakeOn(thread, settings) === null
  if (!automatic || !mayAcknowledge(thread) || now < acknowledgeAt(thread, settings))
    return { thread, orders: [] }
  const proposal = act('acknowledge', why.sentence)
  if (!proposal.act) return { thread, orders: [] }
  const { suggestion, counts } = newSuggestion(thread, proposal.act, null, now)
  const drafted = { kind: 'draft' as const, suggestion, why }
  const posted = postSuggestion({ ...thread, counts }, suggestion, null, why)
  const close = {
    kind: 'close' as const,
    suggestionId: suggestion.id,
    as: 'automatic' as const,
    why,
    by: null,
  }
  return { thread: posted.thread, orders: [drafted, close, ...posted.orders] }
}
