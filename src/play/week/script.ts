// What happens in a week on a bank's page, drawn from a seed: who asks what when, who answers, how rightly.
import type { Entry, KnownVerdict, PostKind, Screening, Verdict } from '../../../knowledge/index.ts'

const minuteMs = 60_000
export const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs
/** A Monday, midnight in Paris. */
export const weekBegins = Date.parse('2026-03-02T00:00:00+01:00')
export const weekEnds = weekBegins + 7 * dayMs

/** How busy each day is (Monday first) and each hour of it: nights are quiet, Monday is the peak. */
const days = [1.7, 1.05, 1, 1, 0.95, 0.6, 0.5] as const
const hours = [2, 1, 1, 1, 1, 2, 4, 7, 9, 10, 10, 9, 10, 9, 8, 8, 8, 9, 10, 10, 9, 7, 5, 3] as const
/** On Thursday at eleven payments fail for four hours: one thread in eight of the whole week comes of it. */
const crisisBegins = weekBegins + 3 * dayMs + 11 * hourMs
const crisisMs = 4 * hourMs
const crisisShare = 0.125

export interface Asked {
  id: string
  at: number
  text: string
  kind: PostKind
  /** The entry that answers it; null when none does. */
  entryId: string | null
  /** Only the customer's own file answers it. */
  isPrivate: boolean
  showsPersonalData: boolean
  crisis: Screening['crisis']['reasons']
  /** What the matcher will say: a decision may miss or stray. */
  matched: { kind: 'entry' | 'near' | 'none'; entryId: string | null; confidence: number }
  answers: readonly Given[]
  editedAt: number | null
  deletedAt: number | null
}

export interface Given {
  id: string
  at: number
  author: string
  text: string
  /** What the answer is. */
  verdict: KnownVerdict
  /** What the judge will say of it. */
  judged: { verdict: Verdict; confidence: number; sure: boolean }
}

/** @param random in [0, 1), seeded: the same numbers make the same week. */
export function writeWeek(threads: number, entries: readonly Entry[], random: () => number): Asked[] {
  const inCrisis = Math.round(threads * crisisShare)
  const moments = [
    ...Array.from({ length: threads - inCrisis }, () => ({ at: ordinaryMoment(random), outage: false })),
    ...Array.from({ length: inCrisis }, () => ({
      at: crisisBegins + random() ** 2 * crisisMs,
      outage: true,
    })),
  ].toSorted((a, b) => a.at - b.at)
  return moments.map(({ at, outage }, index) => ask(`q${index}`, Math.round(at), outage, entries, random))
}

function ordinaryMoment(random: () => number): number {
  const day = pick(days, random)
  const hour = pick(hours, random)
  return weekBegins + day * dayMs + (hour + random()) * hourMs
}

function ask(
  id: string,
  at: number,
  outage: boolean,
  entries: readonly Entry[],
  random: () => number,
): Asked {
  const sort = outage ? outageSort(random) : sorts[pick(shares, random)]
  const entry = sort?.answerable ? (entries[Math.floor(random() * entries.length)] ?? null) : null
  const asks = sort?.kind === 'question' || sort?.kind === 'complaint'
  const goesBack = random()
  return {
    id,
    at,
    text: `${entry?.question.fr ?? sort?.text ?? ''} (${id})`,
    kind: sort?.kind ?? 'question',
    entryId: entry?.id ?? null,
    isPrivate: sort?.isPrivate ?? false,
    showsPersonalData: sort?.showsPersonalData ?? false,
    crisis: sort?.crisis ?? [],
    matched: match(entry?.id ?? null, entries, random),
    answers: asks ? answersTo(id, at, entry !== null, random) : [],
    editedAt: goesBack < 0.03 ? at + random() * hourMs : null,
    deletedAt: goesBack > 0.99 ? at + random() * 5 * hourMs : null,
  }
}

interface Sort {
  share: number
  text: string
  kind: PostKind
  answerable?: boolean
  isPrivate?: boolean
  showsPersonalData?: boolean
  crisis?: Screening['crisis']['reasons']
}

const sorts: readonly Sort[] = [
  { share: 70, text: '', kind: 'question', answerable: true },
  { share: 8, text: 'Pourquoi le hall de l’agence est-il en travaux ?', kind: 'question' },
  { share: 8, text: 'Où en est mon dossier de prêt ?', kind: 'question', isPrivate: true },
  { share: 2, text: 'Voici mon IBAN, vérifiez mon compte', kind: 'question', showsPersonalData: true },
  { share: 1, text: 'On m’a volé mon argent, aidez-moi', kind: 'complaint', crisis: ['fraud'] },
  { share: 6, text: 'Merci à toute l’équipe', kind: 'praise' },
  { share: 4, text: 'Bonne semaine à tous', kind: 'chitchat' },
  { share: 1, text: 'Gagnez mille euros par jour', kind: 'spam' },
]
const shares = sorts.map(({ share }) => share)

function outageSort(random: () => number): Sort {
  const text = 'Mon paiement est refusé partout depuis ce matin'
  return random() < 0.1
    ? { share: 0, text: `${text}, j’appelle la presse`, kind: 'complaint', crisis: ['press', 'viral'] }
    : { share: 0, text, kind: 'complaint' }
}

/** Nine matches in ten are decided, one in fifty of them wrongly. */
function match(entryId: string | null, entries: readonly Entry[], random: () => number): Asked['matched'] {
  const luck = random()
  if (entryId === null ? luck < 0.97 : luck < 0.07) return { kind: 'none', entryId: null, confidence: 0.6 }
  if (luck > 0.98)
    return {
      kind: 'entry',
      entryId: entries[Math.floor(random() * entries.length)]?.id ?? null,
      confidence: 0.8,
    }
  if (entryId === null || luck < 0.1) return { kind: 'near', entryId, confidence: 0.5 }
  return { kind: 'entry', entryId, confidence: 0.82 + random() * 0.17 }
}

const verdictShares = { supported: 48, incomplete: 20, contradicted: 12, unrelated: 16, risky: 4 } as const
const verdictNames = Object.keys(verdictShares) as KnownVerdict[]

/** Six askable questions in ten find an answer, by day within minutes, at night within hours. */
function answersTo(id: string, askedAt: number, answerable: boolean, random: () => number): Given[] {
  if (random() > (answerable ? 0.62 : 0.25)) return []
  const count = 1 + Math.floor(random() ** 2 * 3)
  return Array.from({ length: count }, (_, place) => {
    const slow = isNight(askedAt) ? 6 : 1
    const at = askedAt + (1 + -Math.log(1 - random()) * 16) * slow * minuteMs
    const drawn = verdictNames[pick(Object.values(verdictShares), random)] ?? 'unrelated'
    const verdict = answerable || drawn === 'risky' ? drawn : 'unrelated'
    const name = `${id}-r${place}`
    return {
      id: name,
      at: Math.round(at),
      author: `membre-${Math.floor(random() * 400)}`,
      text: `${answerWords[verdict]} (${name})`,
      verdict,
      judged: judge(verdict, random),
    }
  })
}

const answerWords: Record<KnownVerdict, string> = {
  supported: 'Oui, tout se fait dans l’application, comme expliqué dans l’aide',
  incomplete: 'Une partie se fait dans l’application',
  contradicted: 'Non, cela coûte toujours quelque chose au guichet',
  unrelated: 'Je me pose la même question',
  risky: 'Écrivez-moi en privé avec votre code, je suis conseiller',
}

/** One answer in seven stays unknown to the judge; a wrong one is never called right. */
function judge(verdict: KnownVerdict, random: () => number): Given['judged'] {
  const luck = random()
  if (luck < 0.14) return { verdict: 'unknown', confidence: 0.4, sure: false }
  if (luck < 0.17 && verdict === 'supported') return { verdict: 'incomplete', confidence: 0.6, sure: false }
  return { verdict, confidence: 0.8 + random() * 0.19, sure: luck > 0.4 }
}

const isNight = (at: number) => ((at - weekBegins) % dayMs) / hourMs < 7

/** The place of a weight, drawn in proportion. */
function pick(weights: readonly number[], random: () => number): number {
  let left = random() * weights.reduce((sum, weight) => sum + weight, 0)
  const place = weights.findIndex((weight) => {
    left -= weight
    return left < 0
  })
  return Math.max(0, place)
}
