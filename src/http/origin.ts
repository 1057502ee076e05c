// A browser's state-changing post must come from our own pages: no other site may act with a visitor's session.

const loopbackHosts = new Set(['localhost', '127.0.0.1', '[::1]'])

export const isLoopback = (hostname: string): boolean =>
  loopbackHosts.has(hostname) || hostname === '::1' || /^127(?:\.\d{1,3}){3}$/.test(hostname)

/**
 * Refuses what a browser says comes from elsewhere. Every browser in support sends Origin or Sec-Fetch-Site with a
 * post; a client that sends neither is no browser and carries no visitor's session unawares.
 */
export function sameOrigin(headers: Headers, ours: URL): boolean {
  const site = headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin' && site !== 'none') return false
  const origin = headers.get('origin')
  if (origin !== null) return isOurs(origin, ours)
  const referer = headers.get('referer')
  return referer === null || isOurs(referer, ours)
}

function isOurs(text: string, ours: URL): boolean {
  let theirs: URL
  try {
    theirs = new URL(text)
  } catch {
    return false
  }
  if (theirs.origin === ours.origin) return true
  // The same machine goes by several names; only loopback's are taken as one, and on the same port.
  return isLoopback(theirs.hostname) && isLoopback(ours.hostname) && theirs.port === ours.port
}
