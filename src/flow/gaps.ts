// Recurring questions without an entry, gathered by the words they share.
import type { Gap } from './desk.ts'
import { blotPersonalData } from './privacy.ts'

/** Share of words two questions must have in common to be the same gap (Jaccard index, 0..1). */
const sameGap = 0.34

interface Unmatched {
  threadId: string
  text: string
  lang: string
  at: number
}

interface Cluster {
  first: Unmatched
  words: ReadonlySet<string>
  members: Unmatched[]
}

/** Largest first. Single-pass clustering: each question joins the nearest gap of its language, or opens one. */
export function gatherGaps(unmatched: readonly Unmatched[]): Gap[] {
  const clusters: Cluster[] = []
  for (const question of unmatched) {
    const words = contentWords(question.text)
    if (words.size === 0) continue
    const near = clusters
      .filter(({ first }) => first.lang === question.lang)
      .map((cluster) => ({ cluster, likeness: jaccard(cluster.words, words) }))
      .reduce<{ cluster: Cluster; likeness: number } | null>(
        (best, one) => (one.likeness > (best?.likeness ?? 0) ? one : best),
        null,
      )
    if (near && near.likeness >= sameGap) near.cluster.members.push(question)
    else clusters.push({ first: question, words, members: [question] })
  }
  return clusters.map(gapOf).toSorted((a, b) => b.count - a.count || b.lastAt - a.lastAt)
}

function gapOf({ first, members }: Cluster): Gap {
  const times = members.map(({ at }) => at)
  return {
    text: blotPersonalData(first.text),
    lang: first.lang,
    count: members.length,
    firstAt: Math.min(...times),
    lastAt: Math.max(...times),
    threadIds: members.map(({ threadId }) => threadId),
    answer: null,
  }
}

/** Words of four letters or more carry the topic; shorter ones are mostly grammar in French and English. */
function contentWords(text: string): ReadonlySet<string> {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return new Set((plain.match(/\p{L}{4,}/gu) ?? []).map((word) => word.slice(0, 6)))
}

function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = a.intersection(b).size
  return shared / (a.size + b.size - shared || 1)
}
