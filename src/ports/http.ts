// HTTP in the web platform's own terms, so that no room but src/http knows the server's library.
import type { PersonRole } from '../policy/index.ts'

export interface Person {
  id: string
  name: string
  email: string | null
  role: PersonRole
  /** A guest asked without an account; the session alone ties them to their posts. */
  guest: boolean
}

export interface RouteContext {
  params: Readonly<Record<string, string>>
  /** Who is signed in, null for a visitor. */
  person: Person | null
  /** The peer's address, for limits; behind a trusted proxy the forwarded one. */
  ip: string
}

export interface Route {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** "/threads/:id" */
  path: string
  /** Who may come in; checked before the handler runs. */
  access: 'public' | PersonRole
  /** What the route is, for its flood limit: a page read, a person's post, a platform's webhook, an API call. */
  limit: 'read' | 'post' | 'webhook' | 'api'
  /**
   * Form and JSON posts from a browser must come from our own origin (checked by the server) unless `foreign`:
   * webhooks, which bring a signature or token of their own.
   */
  foreign?: boolean
  /** Most bytes of a body, default 64 KiB; more is answered 413 before it is read whole. */
  maxBytes?: number
  /**
   * What the body must be; checked by the server before the handler: another content type is answered 415, bytes
   * that are not UTF-8 and JSON that does not parse 400. Absent: anything (webhooks look for themselves).
   */
  body?: 'json' | 'form'
  /** The raw body stays readable from the request (`request.arrayBuffer()`), as signatures need it. */
  handle(request: Request, context: RouteContext): Promise<Response>
}
