// Token buckets against flooding: so many at once, so many a minute, for an address or a person.
import type { Clock, Route } from '../ports/index.ts'

export interface Allowance {
  /** How many at once. */
  burst: number
  /** How many a minute in the long run. */
  perMinute: number
}

export type Allowances = Readonly<Record<Route['limit'], Allowance>>

export const defaultAllowances: Allowances = {
  read: { burst: 120, perMinute: 240 },
  post: { burst: 8, perMinute: 12 },
  webhook: { burst: 2_000, perMinute: 30_000 },
  api: { burst: 200, perMinute: 600 },
}

export interface Flood {
  /** Takes one token; null when there was one, else the ms until the next. */
  take(key: string, allowance: Allowance): number | null
}

interface Bucket {
  tokens: number
  at: number
}

const mostBuckets = 50_000

export function createFlood(clock: Clock): Flood {
  const buckets = new Map<string, Bucket>()
  return {
    take(key, { burst, perMinute }) {
      const now = clock.now()
      const known = buckets.get(key) ?? { tokens: burst, at: now }
      const tokens = Math.min(burst, known.tokens + (Math.max(0, now - known.at) * perMinute) / 60_000)
      // Re-inserted, so that the map's order is the order of last use and the stalest goes first.
      buckets.delete(key)
      buckets.set(key, { tokens: tokens >= 1 ? tokens - 1 : tokens, at: now })
      if (buckets.size > mostBuckets) buckets.delete(buckets.keys().next().value ?? key)
      return tokens >= 1 ? null : Math.ceil(((1 - tokens) * 60_000) / perMinute)
    },
  }
}

/** One household has one IPv4 address but a whole IPv6 /64. */
export function addressKey(ip: string): string {
  const plain = ip.replace(/^::ffff:(?=\d+\.)/, '')
  if (!plain.includes(':')) return plain
  const [head = '', tail = ''] = plain.split('::')
  const left = head.split(':').filter(Boolean)
  const right = tail.split(':').filter(Boolean)
  const zeros = plain.includes('::') ? Array(Math.max(0, 8 - left.length - right.length)).fill('0') : []
  return [...left, ...zeros, ...right].slice(0, 4).join(':')
}
