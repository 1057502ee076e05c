// Signed addresses: who has not been given the link cannot make one.
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { CallBackLinks } from '../../ports/index.ts'

const path = '/call-back'
/** 128 bits are enough against guessing, and short enough for a post. */
const signatureLength = 22

export interface SignedLinks extends CallBackLinks {
  /** The thread that a link's last part names; null when it was not made here. */
  threadOf(token: string): string | null
}

/** @param secret kept by the house; @param url the address people use. */
export function signedLinks(secret: string, url: string): SignedLinks {
  const sign = (threadId: string) =>
    createHmac('sha256', secret).update(`call-back ${threadId}`).digest('base64url').slice(0, signatureLength)
  return {
    linkTo: (threadId) => `${url.replace(/\/$/, '')}${path}/${threadId}.${sign(threadId)}`,
    threadOf(token) {
      const at = token.lastIndexOf('.')
      const threadId = token.slice(0, at)
      const [given, wanted] = [Buffer.from(token.slice(at + 1)), Buffer.from(sign(threadId))]
      return at > 0 && given.length === wanted.length && timingSafeEqual(given, wanted) ? threadId : null
    },
  }
}
