// The platform of a simulated week: it takes what is posted, now and then without saying so.
import type { Channel, OutboxRow } from '../../ports/index.ts'

export interface Platform extends Channel {
  /** How often each outbox row was really posted. */
  posted: ReadonlyMap<string, number>
}

/** One call in a hundred is refused for now, one ends without an answer: half of those were posted. */
export function createPlatform(name: string, random: () => number): Platform {
  const posted = new Map<string, number>()
  const keep = ({ id }: OutboxRow) => void posted.set(id, (posted.get(id) ?? 0) + 1)
  return {
    posted,
    name,
    can: { edit: true, hide: true, privateReply: true, readBack: true, maxLength: 2_000 },
    async send(row) {
      const luck = random()
      if (luck < 0.01) return { kind: 'notPosted', reason: 'Too many requests.', retryAfterMs: 30_000 }
      if (luck > 0.995) return { kind: 'unknown', reason: 'No answer.' }
      keep(row)
      return luck > 0.99
        ? { kind: 'unknown', reason: 'No answer.' }
        : { kind: 'sent', externalId: `p-${row.id}` }
    },
    readBack: async ({ id }) =>
      posted.has(id) ? { kind: 'found', externalId: `p-${id}` } : { kind: 'absent' },
  }
}
