// The verifier behind its port: one pass a pair of a post and an entry.
import type { Verifier, VerifyInput } from '../ports/index.ts'
import { runBatched, type Stack } from './batch.ts'
import { end, start, type TextIds } from './text.ts'

/** Pieces read of each part, as in training. */
const longest = { post: 64, question: 32, phrasing: 32, answer: 40 }

export function createVerifier(stack: Stack, text: TextIds): Verifier {
  return {
    score: (items) =>
      runBatched(
        stack,
        items.map((item) => ({ ids: pairIds(text, item) })),
        ({ score }, place) => Number(score?.data[place]),
      ),
  }
}

/** `<s> post </s> question </s> other phrasing </s> answer </s>`; what is not there has no place. */
function pairIds(text: TextIds, { post, question, phrasing, answer }: VerifyInput): number[] {
  const parts = [
    text.ids(post, longest.post),
    text.ids(question, longest.question),
    text.ids(phrasing ?? '', longest.phrasing),
    text.ids(answer, longest.answer),
  ]
  return [start, ...parts.flatMap((part) => (part.length > 0 ? [...part, end] : []))]
}
