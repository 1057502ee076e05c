// Reads a request's body whole, never more of it than the route allows, and checks that it is what the route wants.
import type { IncomingMessage } from 'node:http'

export type BodyFault = 'tooLarge' | 'wrongType' | 'notUtf8' | 'notJson' | 'encoded' | 'cutShort'
export type ReadBody = { kind: 'read'; bytes: Uint8Array } | { kind: 'fault'; fault: BodyFault }

/** What is still swallowed after a refusal, so that a peer in the middle of sending can read the answer. */
const politeBytes = 1024 * 1024

const mimeOf = { json: 'application/json', form: 'application/x-www-form-urlencoded' } as const

/** @param maxBytes more is refused, by the declared length before anything is read, else as soon as it passes. */
export async function readBody(
  request: IncomingMessage,
  maxBytes: number,
  wanted: 'json' | 'form' | undefined,
): Promise<ReadBody> {
  const refused = refuseByHeaders(request, maxBytes, wanted)
  if (refused) {
    discard(request)
    return { kind: 'fault', fault: refused }
  }
  const read = await collect(request, maxBytes)
  if (read.kind === 'fault' || !wanted) return read
  const fault = wanted === 'json' ? jsonFault(read.bytes) : formFault(read.bytes)
  return fault ? { kind: 'fault', fault } : read
}

function refuseByHeaders(
  request: IncomingMessage,
  maxBytes: number,
  wanted: 'json' | 'form' | undefined,
): BodyFault | null {
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) return 'tooLarge'
  const encoding = request.headers['content-encoding']
  if (encoding !== undefined && encoding !== 'identity') return 'encoded'
  if (!wanted) return null
  const [mime, ...parameters] = (request.headers['content-type'] ?? '').toLowerCase().split(';')
  if (mime?.trim() !== mimeOf[wanted]) return 'wrongType'
  const charset = parameters.find((each) => each.trim().startsWith('charset='))
  return charset && !/utf-?8/.test(charset) ? 'notUtf8' : null
}

function collect(request: IncomingMessage, maxBytes: number): Promise<ReadBody> {
  return new Promise((resolve) => {
    const pieces: Buffer[] = []
    let size = 0
    request.on('data', (piece: Buffer) => {
      size += piece.length
      if (size <= maxBytes) {
        pieces.push(piece)
        return
      }
      pieces.length = 0
      resolve({ kind: 'fault', fault: 'tooLarge' })
      if (size > maxBytes + politeBytes) request.destroy()
    })
    request.once('end', () => resolve({ kind: 'read', bytes: Buffer.concat(pieces) }))
    request.once('error', () => resolve({ kind: 'fault', fault: 'cutShort' }))
    request.once('close', () => resolve({ kind: 'fault', fault: 'cutShort' }))
  })
}

function discard(request: IncomingMessage): void {
  let size = 0
  request.on('data', (piece: Buffer) => {
    size += piece.length
    if (size > politeBytes) request.destroy()
  })
  request.on('error', () => undefined)
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function jsonFault(bytes: Uint8Array): BodyFault | null {
  const text = decode(bytes)
  if (text === null) return 'notUtf8'
  try {
    JSON.parse(text)
    return null
  } catch {
    return 'notJson'
  }
}

/** A form's percent-encoded bytes must be UTF-8 too, or names and words would be garbled in silence. */
function formFault(bytes: Uint8Array): BodyFault | null {
  const text = decode(bytes)
  if (text === null) return 'notUtf8'
  try {
    decodeURIComponent(text.replace(/%(?![0-9a-f]{2})/gi, '%25'))
    return null
  } catch {
    return 'notUtf8'
  }
}
