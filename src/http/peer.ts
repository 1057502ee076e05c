// Who is at the other end, by address.
import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'

/** Behind our own proxy the last forwarded address is the one it saw; what stands before it anyone can write. */
export function peerAddress(request: IncomingMessage, trustProxy: boolean): string {
  const peer = request.socket.remoteAddress ?? ''
  if (!trustProxy) return peer
  const forwarded = request.headers['x-forwarded-for']?.toString().split(',').at(-1)?.trim() ?? ''
  return isIP(forwarded) ? forwarded : peer
}
