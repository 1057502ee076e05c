// Small readers for the forms of the people's pages.

/** A field of a form as text; absent and files are the empty string. */
export function field(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

/** Where to go after signing in: a path of ours, never another site. */
export function safeNext(next: string | null): string {
  if (!next?.startsWith('/')) return '/'
  const base = 'http://here.invalid'
  try {
    const url = new URL(next, base)
    return url.origin === base ? url.pathname + url.search : '/'
  } catch {
    return '/'
  }
}
