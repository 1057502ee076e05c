// A text with places in it marked; where marks overlap the graver one is shown.
import type { Span } from '../../../ports/index.ts'

export interface Mark {
  span: Span
  tone: 'said' | 'contradicted' | 'risk'
}

const gravity = { said: 1, contradicted: 2, risk: 3 } as const

export function HighlightedText({ text, marks }: { text: string; marks: readonly Mark[] }) {
  return piecesOf(text, marks).map(({ from, piece, tone }) =>
    tone ? (
      <mark key={from} className={tone}>
        {piece}
      </mark>
    ) : (
      <span key={from}>{piece}</span>
    ),
  )
}

function piecesOf(
  text: string,
  marks: readonly Mark[],
): { from: number; piece: string; tone: Mark['tone'] | null }[] {
  const edges = [...new Set([0, text.length, ...marks.flatMap(({ span }) => [span.start, span.end])])]
    .filter((edge) => edge >= 0 && edge <= text.length)
    .toSorted((a, b) => a - b)
  return edges.slice(0, -1).map((from, at) => {
    const until = edges[at + 1] ?? text.length
    const over = marks.filter(({ span }) => span.start <= from && span.end >= until)
    const gravest = over.toSorted((a, b) => gravity[b.tone] - gravity[a.tone])[0]
    return { from, piece: text.slice(from, until), tone: gravest?.tone ?? null }
  })
}
