// What the console asks of the house; every answer that is not 2xx is a value, never an exception.
import type { Desk, DeskOutcome, QueueItem, ThreadView } from '../../../flow/index.ts'
import type { Person } from '../../../ports/index.ts'

export type Asked<T> = { kind: 'ok'; value: T } | { kind: 'failed'; status: number; body: unknown }

export async function ask<T>(path: string, init: RequestInit = {}): Promise<Asked<T>> {
  try {
    const response = await fetch(path, { ...init, headers: { accept: 'application/json', ...init.headers } })
    const body: unknown = await response.json().catch(() => null)
    return response.ok ? { kind: 'ok', value: body as T } : { kind: 'failed', status: response.status, body }
  } catch {
    return { kind: 'failed', status: 0, body: null }
  }
}

const send = <T>(method: string, path: string, body: unknown) =>
  ask<T>(path, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })

export type Queue = { items: QueueItem[]; total: number }
export type Decision = Parameters<Desk['review']>[0]['decision']
export type Command = Parameters<Desk['command']>[0]['command']
type Result<K extends keyof Desk> = Awaited<ReturnType<Desk[K]>>

export const api = {
  me: () => ask<{ person: Person | null }>('/api/me'),
  queue: (page: string | null) =>
    ask<Queue>(`/api/desk/queue${page ? `?page=${encodeURIComponent(page)}` : ''}`),
  thread: (id: string) => ask<ThreadView>(`/api/desk/threads/${id}`),
  threads: (q: string) => ask<{ threads: Result<'threads'> }>(`/api/desk/threads?q=${encodeURIComponent(q)}`),
  review: (suggestionId: string, threadVersion: number, decision: Decision) =>
    send<DeskOutcome>('POST', '/api/desk/reviews', { suggestionId, threadVersion, decision }),
  command: (id: string, command: Command) =>
    send<DeskOutcome>('POST', `/api/desk/threads/${id}/command`, command),
  pickEntry: (id: string, entryId: string | null) =>
    send<DeskOutcome>('POST', `/api/desk/threads/${id}/entry`, { entryId }),
  search: (q: string) =>
    ask<{ candidates: Result<'searchEntries'> }>(`/api/desk/search?q=${encodeURIComponent(q)}`),
  entries: () => ask<{ entries: Result<'entries'> }>('/api/desk/entries'),
  packLinks: () => ask<{ links: Result<'packLinks'> }>('/api/desk/links'),
  saveEntry: (entry: unknown) => send<Result<'saveEntry'>>('PUT', '/api/desk/entries', entry),
  removeEntry: (id: string) =>
    ask<unknown>(`/api/desk/entries/${encodeURIComponent(id)}`, { method: 'DELETE' }),
  importFaq: (text: string) => send<Result<'importFaq'>>('POST', '/api/desk/faq', { text }),
  gaps: () => ask<{ gaps: Result<'gaps'> }>('/api/desk/gaps'),
  pages: () => ask<{ pages: Result<'pages'> }>('/api/desk/pages'),
  savePage: (page: Result<'pages'>[number]) =>
    send<Result<'saveSettings'>>('PUT', `/api/desk/pages/${page.pageId}`, page),
  brake: (pageId: string, order: { pulled: boolean; reason: string; topic?: string }) =>
    send<unknown>('POST', `/api/desk/pages/${pageId}/brake`, order),
  deliveries: () => ask<{ rows: Result<'unknownDeliveries'> }>('/api/desk/deliveries'),
  settleDelivery: (id: string, as: 'posted' | 'notPosted' | 'giveUp') =>
    send<DeskOutcome>('POST', `/api/desk/deliveries/${encodeURIComponent(id)}`, { as }),
  calls: () => ask<{ calls: Result<'callBacks'> }>('/api/desk/calls'),
  callDone: (id: string) => send<DeskOutcome>('POST', `/api/desk/calls/${encodeURIComponent(id)}/done`, {}),
  audit: () => ask<{ rows: Result<'audit'> }>('/api/desk/audit'),
  report: () => ask<Result<'report'>>('/api/desk/report'),
  people: () => ask<{ people: (Person & { email: string | null })[] }>('/api/people'),
  setRole: (id: string, role: Person['role']) => send<unknown>('PUT', `/api/people/${id}/role`, { role }),
}
