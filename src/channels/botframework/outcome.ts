// What a failed call says of whether something was posted.
import type { SendOutcome } from '../../ports/index.ts'

/** Nothing reached the platform: the socket never opened. */
const neverSent = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'])
/** Teams names 412, 502 and 504 as retryable, which is unsafe for a first post: they say nothing of whether it is there. */
const saysNothing = new Set([408, 412])

interface Failure {
  code?: unknown
  statusCode?: unknown
  message?: unknown
  response?: { headers?: { get(name: string): string | undefined | null } }
}

export function outcomeOf(error: unknown): SendOutcome {
  const failure = (typeof error === 'object' && error !== null ? error : {}) as Failure
  const status = typeof failure.statusCode === 'number' ? failure.statusCode : null
  const reason = `Teams: ${status ?? String(failure.code ?? 'no answer')} ${String(failure.message ?? '')}`
    .trim()
    .slice(0, 300)
  if (status === 429)
    return {
      kind: 'notPosted',
      reason,
      retryAfterMs: retryAfter(failure.response?.headers?.get('retry-after')),
    }
  if (status !== null && status >= 400 && status < 500 && !saysNothing.has(status))
    return { kind: 'rejected', reason }
  if (status === null && neverSent.has(String(failure.code)))
    return { kind: 'notPosted', reason, retryAfterMs: null }
  return { kind: 'unknown', reason }
}

/** Seconds, per RFC 9110 10.2.3; a date is left to the house's own pace. */
function retryAfter(value: string | null | undefined): number | null {
  const seconds = Number(value)
  return value && Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : null
}
