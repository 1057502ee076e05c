// The desk is told once when a crisis begins and when a clock comes near its end.
import { askedAt } from './answered.ts'
import type { Change, StepContext } from './change.ts'
import { nearMoments } from './clocks.ts'
import type { Order } from './order.ts'
import type { Thread } from './thread.ts'

export function alerts(thread: Thread, { now, settings }: StepContext): Change {
  const due: { name: string; order: Order }[] = []
  if (thread.crisis !== null)
    due.push({
      name: `crisis ${thread.crisis.since}`,
      order: {
        kind: 'alert',
        level: 'urgent',
        why: { rule: 'crisis', sentence: `A crisis: ${thread.crisis.reasons.join(', ')}.` },
      },
    })
  if (wantsHuman(thread))
    for (const { clock, at } of nearMoments(thread, settings))
      if (at <= now)
        due.push({
          // A follow-up has its own clock, and its own alert.
          name: `near ${clock} ${askedAt(thread)}`,
          order: {
            kind: 'alert',
            level: 'soon',
            why: {
              rule: 'deadline',
              sentence:
                clock === 'takeCharge' ? 'The first sign is nearly due.' : 'The answer is nearly due.',
            },
          },
        })
  const fresh = due.filter(({ name }) => !thread.alerted.includes(name))
  if (fresh.length === 0) return { thread, orders: [] }
  return {
    thread: { ...thread, alerted: [...thread.alerted, ...fresh.map(({ name }) => name)] },
    orders: fresh.map(({ order }) => order),
  }
}

/** Threads that a human can bring forward; praise and chit-chat have no deadline. */
export function wantsHuman(thread: Thread): boolean {
  return thread.state === 'drafted' || thread.state === 'escalated'
}
