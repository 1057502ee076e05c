// What every answer tells the browser: nothing runs but our own files, nothing frames us, nothing is guessed.

const strictPolicy = (frames: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${frames}`,
  ].join('; ')

/** Style sheets that scripts fill by the CSS object model begin as an empty element; this is the hash of nothing. */
const emptyStyle = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"

export interface HeaderSettings {
  https: boolean
  /** Who may frame the console, e.g. "https://teams.microsoft.com"; nobody when empty. */
  frameAncestors: readonly string[]
}

/** Adds what is missing; a route's own header wins. */
export function secure(response: Response, url: URL, settings: HeaderSettings): Response {
  const path = url.pathname
  const console = path === '/console' || path.startsWith('/console/')
  const frames = console && settings.frameAncestors.length > 0 ? settings.frameAncestors.join(' ') : "'none'"
  const policy = strictPolicy(frames)
  const wanted: Record<string, string> = {
    'content-security-policy': console
      ? policy.replace("style-src 'self'", `style-src 'self' ${emptyStyle}`)
      : policy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=()',
    ...(frames === "'none'" && { 'x-frame-options': 'DENY' }),
    ...(settings.https && { 'strict-transport-security': 'max-age=31536000' }),
    'cache-control': 'no-store',
  }
  const headers = new Headers(response.headers)
  const lang = url.searchParams.get('lang')
  // Chosen once in an address, kept for the pages that follow.
  if (lang === 'fr' || lang === 'en')
    headers.append('set-cookie', `lang=${lang}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly`)
  for (const [name, value] of Object.entries(wanted)) if (!headers.has(name)) headers.set(name, value)
  return new Response(response.body, { status: response.status, headers })
}
