// A browser's share of a session over fetch: cookies kept, redirects not followed.

export interface Visitor {
  get(path: string): Promise<Response>
  post(path: string, fields: Readonly<Record<string, string>>): Promise<Response>
  send(method: string, path: string, body: unknown): Promise<Response>
  cookies: Map<string, string>
}

/**
 * A new visitor of the server at this address; posts say that they come from its own pages.
 * @param always headers of every request, as a proxy in front would add them.
 */
export function visitorOf(url: string, always: Readonly<Record<string, string>> = {}): Visitor {
  const cookies = new Map<string, string>()
  const ask = async (path: string, init: RequestInit) => {
    const headers = new Headers({ ...always, ...(init.headers as Record<string, string>) })
    if (cookies.size > 0)
      headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    const answer = await fetch(url + path, { ...init, headers, redirect: 'manual' })
    for (const cookie of answer.headers.getSetCookie()) keep(cookie)
    return answer
  }
  const keep = (cookie: string) => {
    const [pair = ''] = cookie.split(';')
    const at = pair.indexOf('=')
    const value = pair.slice(at + 1)
    if (value === '' || /max-age=0/i.test(cookie)) cookies.delete(pair.slice(0, at))
    else cookies.set(pair.slice(0, at), value)
  }
  return {
    cookies,
    get: (path) => ask(path, {}),
    post: (path, fields) =>
      ask(path, { method: 'POST', body: new URLSearchParams(fields), headers: { origin: url } }),
    send: (method, path, body) =>
      ask(path, {
        method,
        body: JSON.stringify(body),
        headers: { origin: url, 'content-type': 'application/json' },
      }),
  }
}
