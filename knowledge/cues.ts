// What the typed facts say of each key point: shared, another value instead, or not there. Also the judge's input.
import { type Claim, claimsOf, comparable, sameClaim } from './claims.ts'
import type { Entry, Lang } from './entry.ts'
import type { JudgeInput, Risk } from './judgement.ts'

export interface PointFacts {
  shared: readonly Claim[]
  /** A fact of the reply of the same kind, which the entry holds nowhere, beside the point's own. */
  conflict: { said: Claim; expected: Claim } | null
  missing: number
  /** How many facts the point holds. */
  total: number
}

/** The entry's texts in one language, or in the other where it has only that one. */
export function entryIn(
  entry: Entry,
  lang: Lang,
): { question: string; answer: string; keyPoints: string[]; lang: Lang } {
  const other: Lang = lang === 'fr' ? 'en' : 'fr'
  const used = entry.question[lang] === undefined && entry.answer[lang] === undefined ? other : lang
  const pick = (text: { fr?: string | undefined; en?: string | undefined }) =>
    text[used] ?? text[used === 'fr' ? 'en' : 'fr'] ?? ''
  return {
    question: pick(entry.question),
    answer: pick(entry.answer),
    keyPoints: entry.keyPoints.map(pick),
    lang: used,
  }
}

export function pointFacts(
  reply: readonly Claim[],
  points: readonly (readonly Claim[])[],
  answer: readonly Claim[],
): PointFacts[] {
  const held = [...answer, ...points.flat()]
  return points.map((facts) => {
    const shared = facts.filter((fact) => reply.some((said) => sameClaim(said, fact)))
    const others = facts.filter((fact) => !shared.includes(fact))
    const strange = reply.filter((said) => !held.some((fact) => sameClaim(said, fact)))
    const conflicts = others.flatMap((expected) =>
      strange.filter((said) => comparable(said, expected)).map((said) => ({ said, expected })),
    )
    return { shared, conflict: conflicts[0] ?? null, missing: others.length, total: facts.length }
  })
}

/** What the learned judge reads: the same texts here and where it was trained. */
export function judgeInput(
  question: string,
  reply: string,
  entry: Entry,
  lang: Lang,
  risks: readonly Risk[],
): JudgeInput {
  const texts = entryIn(entry, lang)
  const replyClaims = claimsOf(reply, lang)
  const points = texts.keyPoints.map((point) => claimsOf(point, texts.lang))
  const facts = pointFacts(replyClaims, points, claimsOf(texts.answer, texts.lang))
  return {
    question,
    reply,
    lang,
    entryQuestion: texts.question,
    keyPoints: texts.keyPoints,
    cues: facts.map(cueOf),
    strange: strangeContact(risks),
  }
}

/** The first kind of contact in the reply that is not the brand's. */
function strangeContact(risks: readonly Risk[]): string | null {
  const kinds = { 'foreign-phone': 'phone', 'foreign-link': 'link', 'foreign-mail': 'mail' } as Partial<
    Record<Risk['kind'], string>
  >
  return risks.map(({ kind }) => kinds[kind]).find((kind) => kind !== undefined) ?? null
}

function cueOf({ shared, conflict, missing, total }: PointFacts): string {
  if (total === 0) return ''
  if (conflict) return `≠ ${conflict.said.text}`
  return missing === 0 ? '=' : shared.length > 0 ? '= ?' : '?'
}
