// Key points in the brand's own words: the sentence of the answer that says a point, or the points as they are noted.
import type { ReplyWords } from './words/language.ts'

/** A sentence says a point when it holds this share of the point's words, 0..1. */
const enough = 0.6

export interface PointsInput {
  answer: string
  keyPoints: readonly string[]
  /** Places of the points to say. */
  wanted: readonly number[]
  register: 'tu' | 'vous'
  words: ReplyWords
}

/** The wanted points as sentences of the answer, each once, then those that no sentence says alone, as a clause. */
export function sayPoints(input: PointsInput): { sentences: string[]; notes: string[] } {
  const { keyPoints, wanted } = input
  const bySentence = wanted.map((place) => ({ place, sentence: sentenceFor(input, place) }))
  const sentences = [...new Set(bySentence.flatMap(({ sentence }) => sentence ?? []))]
  const notes = bySentence
    .filter(({ sentence }) => sentence === null)
    .map(({ place }) => keyPoints[place] ?? '')
  return { sentences, notes: notes.filter(Boolean) }
}

function sentenceFor(
  { answer, keyPoints, wanted, register, words }: PointsInput,
  place: number,
): string | null {
  const point = keyPoints[place] ?? ''
  const scored = sentences(answer)
    .filter((sentence) => standsAlone(sentence, words) && !words.offRegister(sentence, register))
    .map((sentence) => ({ sentence, share: overlap(point, sentence, words) }))
    .filter(
      ({ sentence, share }) =>
        share >= enough && figures(point).every((figure) => figures(sentence).includes(figure)),
    )
    .toSorted((a, b) => b.share - a.share)
  const best = scored[0]?.sentence
  if (best === undefined) return null
  const sayingMore = keyPoints.some(
    (other, at) => !wanted.includes(at) && overlap(other, best, words) >= enough,
  )
  return sayingMore ? null : best
}

export function sentences(text: string): string[] {
  return (text.match(/[^.!?]+(?:\.(?=\S)[^.!?]+)*[.!?]+|[^.!?]+$/g) ?? [])
    .map((sentence) => sentence.trim())
    .filter(Boolean)
}

function standsAlone(sentence: string, words: ReplyWords): boolean {
  const [first = ''] = plainWords(sentence)
  return !words.leaning.has(first)
}

/** Share of the point's telling words that the sentence holds. */
function overlap(point: string, sentence: string, words: ReplyWords): number {
  const own = plainWords(point).filter((word) => !words.common.has(word))
  const there = new Set(plainWords(sentence).map(root))
  return own.length === 0 ? 0 : own.filter((word) => there.has(root(word))).length / own.length
}

const plainWords = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/** Enough of a word to be the same in the plural or another form. */
const root = (word: string) => (word.length > 5 ? word.slice(0, 5) : word.replace(/s$/, ''))

const figures = (text: string): string[] => text.match(/\d+/g) ?? []
