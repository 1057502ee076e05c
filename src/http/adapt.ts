// Between Node's request and response and the web platform's, which is all that the routes know.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'

const compress = promisify(gzip)
const smallestWorthGzip = 1024
const compressible =
  /^(text\/(?!event-stream)|application\/(json|javascript|ld\+json|atom\+xml)|image\/svg\+xml)/

/**
 * The request as the routes see it. `origin` is ours and never the Host header's, so that links made from the URL
 * cannot be steered from outside. Null where the target is not a path.
 */
export function toUrl(request: IncomingMessage, origin: string): URL | null {
  const target = request.url ?? '/'
  if (!target.startsWith('/')) return null
  try {
    return new URL(origin + target)
  } catch {
    return null
  }
}

export function toHeaders(request: IncomingMessage): Headers {
  const headers = new Headers()
  for (let at = 0; at + 1 < request.rawHeaders.length; at += 2) {
    headers.append(request.rawHeaders[at] ?? '', request.rawHeaders[at + 1] ?? '')
  }
  return headers
}

export function toRequest(
  request: IncomingMessage,
  url: URL,
  body: Uint8Array | null,
  signal: AbortSignal,
): Request {
  const headers = toHeaders(request)
  const method = request.method ?? 'GET'
  const bodied = body !== null && method !== 'GET' && method !== 'HEAD'
  return new Request(url, {
    method,
    headers,
    signal,
    ...(bodied && { body: body as Uint8Array<ArrayBuffer> }),
  })
}

/**
 * Writes a response. A live stream goes out piece by piece, and ends when the peer leaves or `stopping` is aborted.
 */
export async function sendResponse(
  response: Response,
  request: IncomingMessage,
  out: ServerResponse,
  stopping: AbortSignal,
): Promise<void> {
  if (out.headersSent || out.destroyed) return
  const headOnly = request.method === 'HEAD'
  const headers = plainHeaders(response)
  if (!response.body || headOnly) {
    await response.body?.cancel()
    out.writeHead(response.status, headers)
    out.end()
    return
  }
  if (headers['content-type']?.toString().startsWith('text/event-stream')) {
    out.writeHead(response.status, headers)
    out.flushHeaders()
    return stream(response.body, out, stopping)
  }
  const bytes = new Uint8Array(await response.arrayBuffer())
  const packed = await pack(bytes, headers, request)
  headers['content-length'] = packed.length
  out.writeHead(response.status, headers)
  out.end(packed)
}

function plainHeaders(response: Response): Record<string, string | number | string[]> {
  const headers: Record<string, string | number | string[]> = {}
  for (const [name, value] of response.headers) if (name !== 'set-cookie') headers[name] = value
  const cookies = response.headers.getSetCookie()
  if (cookies.length > 0) headers['set-cookie'] = cookies
  return headers
}

async function pack(
  bytes: Uint8Array,
  headers: Record<string, string | number | string[]>,
  request: IncomingMessage,
): Promise<Uint8Array> {
  const type = headers['content-type']?.toString() ?? ''
  if (!compressible.test(type) || headers['content-encoding'] !== undefined) return bytes
  headers.vary = [headers.vary, 'Accept-Encoding'].filter(Boolean).join(', ')
  const accepts = /\bgzip\b/.test(request.headers['accept-encoding']?.toString() ?? '')
  if (!accepts || bytes.length < smallestWorthGzip) return bytes
  headers['content-encoding'] = 'gzip'
  return compress(bytes)
}

async function stream(
  body: ReadableStream<Uint8Array>,
  out: ServerResponse,
  stopping: AbortSignal,
): Promise<void> {
  const reader = body.getReader()
  const end = () => void reader.cancel().catch(() => undefined)
  out.once('close', end)
  stopping.addEventListener('abort', end)
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      if (!out.write(piece.value)) await drained(out)
    }
  } finally {
    out.off('close', end)
    stopping.removeEventListener('abort', end)
    out.end()
  }
}

function drained(out: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      out.off('drain', go)
      out.off('close', go)
      resolve()
    }
    out.once('drain', go)
    out.once('close', go)
    if (out.destroyed) go()
  })
}
