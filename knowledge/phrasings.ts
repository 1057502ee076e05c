// All the ways in which entries and a pack's questions are put, each with what it belongs to.
import type { Entry, PackEntry } from './entry.ts'

export type PhrasingRole = 'question' | 'variant' | 'answer' | 'pack'

export interface Phrasing {
  role: PhrasingRole
  /** The entry's place, or the pack question's for role 'pack'. */
  owner: number
  text: string
  /** What the encoder reads instead, as it was trained: an answer together with its question. */
  meant?: string
}

export function phrasingsOf(entries: readonly Entry[], pack: readonly PackEntry[]): Phrasing[] {
  return [
    ...entries.flatMap((entry, owner) => [
      ...texts(entry.question).map((text): Phrasing => ({ role: 'question', owner, text })),
      ...lists(entry.variants).map((text): Phrasing => ({ role: 'variant', owner, text })),
      ...answersOf(entry).map(({ text, meant }): Phrasing => ({ role: 'answer', owner, text, meant })),
    ]),
    ...pack.flatMap((topic, owner) =>
      [...texts(topic.question), ...lists(topic.variants)].map(
        (text): Phrasing => ({ role: 'pack', owner, text }),
      ),
    ),
  ]
}

/** An answer with its key points, a language at a time. */
function answersOf({ question, answer, keyPoints }: Entry): { text: string; meant: string }[] {
  return (['fr', 'en'] as const).flatMap((lang) => {
    const text = [answer[lang], ...keyPoints.map((point) => point[lang])].filter(Boolean).join(' ')
    const meant = [question[lang], answer[lang] ?? text].filter(Boolean).join(' ')
    return text === '' ? [] : [{ text, meant }]
  })
}

const texts = ({ fr, en }: { fr?: string | undefined; en?: string | undefined }) =>
  [fr, en].filter((text) => text !== undefined)

const lists = ({ fr = [], en = [] }: { fr?: string[] | undefined; en?: string[] | undefined }) => [
  ...fr,
  ...en,
]
