// The tables as the queries see them; every key leads with the tenant, so that a sharded database can take over.
import type { Generated } from 'kysely'

export interface Schema {
  migration: { name: string; at: number }
  inbox: {
    tenant: string
    seq: Generated<number>
    channel: string
    external_id: string
    kind: string
    version: number
    thread_id: string
    payload: string
    received_at: number
    done_at: number | null
  }
  thread: {
    tenant: string
    id: string
    channel: string
    page_id: string
    external_id: string
    state: string
    opened_at: number
    wake_at: number | null
    judge_wanted: number
    crisis: number
    in_queue: number
    visible: number
    unmatched: number
    entry_id: string | null
    lang: string
    /** The question's own words, for gaps. */
    question: string
    /** All words of the thread, plain and lower-case, each after a space. */
    words: string
    /** The thread as JSON, without its posts. */
    body: string
    row_version: number
  }
  post: {
    tenant: string
    thread_id: string
    id: string
    channel: string
    external_id: string
    author_id: string
    author_name: string
    role: string
    page_id: string
    at: number
    body: string
  }
  mark: {
    tenant: string
    thread_id: string
    post_id: string
    mark: string
    page_id: string
    author_id: string
    author_name: string
  }
  suggestion: { tenant: string; id: string; thread_id: string; created_at: number; body: string }
  review: { tenant: string; id: string; thread_id: string; at: number; body: string }
  outbox: {
    tenant: string
    id: string
    thread_id: string | null
    channel: string
    page_id: string
    payload: string
    state: string
    due_at: number
    attempts: number
    sending_since: number | null
    unknown_since: number | null
    external_id: string | null
    reason: string | null
    created_at: number
    updated_at: number
  }
  audit: {
    tenant: string
    seq: Generated<number>
    at: number
    thread_id: string | null
    page_id: string | null
    by: string
    what: string
    rule: string | null
    sentence: string
    details: string
  }
  entry: { tenant: string; id: string; revision: number; removed_at: number | null; body: string }
  entry_revision: { tenant: string; id: string; revision: number; at: number; by: string; body: string }
  page: { tenant: string; id: string; body: string }
  call_back: {
    tenant: string
    id: string
    thread_id: string
    page_id: string
    name: string
    phone: string
    from_at: number | null
    until_at: number | null
    asked_at: number
    done_at: number | null
    done_by: string | null
  }
  post_like: { tenant: string; post_id: string; person_id: string }
  fact: { tenant: string; name: string; value: string }
}
