// Optional comfort: the thread renews itself when it changes, and moments stay true. All works without it.
const lang = document.documentElement.lang
const relative = new Intl.RelativeTimeFormat(lang, { numeric: 'auto', style: 'short' })
const units = [
  ['day', 86_400_000, 7],
  ['hour', 3_600_000, 24],
  ['minute', 60_000, 60],
]

function tellTimes() {
  for (const time of document.querySelectorAll('time[datetime]')) {
    const passed = Date.now() - Date.parse(time.dateTime)
    const fitting = units.findLast(([, ms, most]) => passed < ms * most)
    if (fitting && passed >= 60_000) time.textContent = relative.format(-Math.floor(passed / fitting[1]), fitting[0])
  }
}

async function renew(thread) {
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } })
  if (!answer.ok) return location.reload()
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('thread')
  if (!fresh || fresh.innerHTML === thread.innerHTML) return
  // The reader's place on the page is theirs: a focused button stays focused.
  const action = thread.contains(document.activeElement) && document.activeElement?.closest('form')?.getAttribute('action')
  const seen = new Set([...thread.querySelectorAll('[id]')].map(({ id }) => id))
  thread.replaceChildren(...fresh.childNodes)
  thread.dataset.stamp = fresh.dataset.stamp
  for (const post of thread.querySelectorAll('article[id]')) if (!seen.has(post.id)) post.classList.add('fresh')
  if (action) thread.querySelector(`form[action="${CSS.escape(action)}"] button`)?.focus()
  tellTimes()
  document.getElementById('heard').textContent = thread.dataset.said
}

const thread = document.getElementById('thread')
if (thread?.dataset.live) {
  const source = new EventSource(thread.dataset.live)
  source.addEventListener('changed', () => renew(thread))
  // At each opening: what changed before, or while the line was down.
  source.addEventListener('stamp', ({ data }) => data !== thread.dataset.stamp && renew(thread))
  addEventListener('pagehide', () => source.close())
}
tellTimes()
setInterval(tellTimes, 60_000)
