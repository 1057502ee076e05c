// A reply that opens with yes or no, held against the key point that the question is about: "you can" where nobody can.
import type { Lang } from './entry.ts'
import { languages } from './languages/index.ts'
import { plain, stems } from './text.ts'

export interface Opening {
  says: 'yes' | 'no' | null
  /** Place of the key point that the question is about; null where there is none. */
  about: number | null
  /** That key point denies something. */
  denied: boolean
}

/** @param lang that of the key points. */
export function openingOf(
  question: string,
  reply: string,
  keyPoints: readonly string[],
  lang: Lang,
): Opening {
  const flat = plain(reply)
  const { fr, en } = languages
  const says = [fr, en].some(({ patterns }) => patterns.yes.test(flat))
    ? 'yes'
    : [fr, en].some(({ patterns }) => patterns.no.test(flat))
      ? 'no'
      : null
  const [first = ''] = reply.split(/[.!?\n]/)
  const asked = new Set([...stems(question, lang), ...stems(first, lang)])
  const shared = keyPoints.map((point) => new Set(stems(point, lang)).intersection(asked).size)
  const most = Math.max(0, ...shared)
  const about = keyPoints.length === 0 ? null : shared.indexOf(most)
  const denied = about !== null && languages[lang].patterns.negation.test(plain(keyPoints[about] ?? ''))
  return { says, about, denied }
}

/** One of the four is 1 where the reply opens with yes or no. */
export const openingFeatures = ({ says, denied }: Opening): number[] =>
  (['yes', 'no'] as const).flatMap((said) =>
    [true, false].map((is) => Number(says === said && denied === is)),
  )
