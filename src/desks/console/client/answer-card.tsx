// A member's answer with what was found in it: verdict and doubt, each key point, the very words, the risks.
import { Badge } from '@fluentui/react-components'
import type { ThreadView } from '../../../flow/index.ts'
import type { Assessment, Post } from '../../../ports/index.ts'
import { useConsole } from './context.ts'
import { HighlightedText, type Mark } from './highlighted-text.tsx'

const colours = {
  supported: 'success',
  incomplete: 'warning',
  contradicted: 'danger',
  unrelated: 'subtle',
  risky: 'danger',
  unknown: 'subtle',
} as const
const signs = { said: '✓', absent: '–', contradicted: '✗' } as const

export function AnswerCard({ post, view }: { post: Post; view: ThreadView }) {
  const { words } = useConsole()
  const judged = view.thread.judgement?.answers.find(({ postId }) => postId === post.id)
  const assessment = judged?.assessment ?? null
  const spokenOf = view.suggestion?.state === 'open' && view.suggestion.postIds.includes(post.id)
  const brand = post.author.role === 'brand'
  return (
    <div className={`card ${brand ? 'brand-post' : ''} ${spokenOf ? 'spoken' : ''}`}>
      <p className="card-head">
        <strong>{brand ? words.brand : post.author.name}</strong>
        {post.private && <Badge appearance="outline">{words.private}</Badge>}
        {post.hidden && <Badge appearance="outline">{words.hidden}</Badge>}
        {assessment && <Verdict assessment={assessment} />}
        {assessment?.second && <Second assessment={assessment} />}
        {judged?.risks.map((risk) => (
          <Badge key={`${risk.kind} ${risk.span.start}`} color="danger">
            {words.risks[risk.kind]}
          </Badge>
        ))}
      </p>
      <p className="said">
        {post.deleted ? (
          words.deleted
        ) : (
          <HighlightedText text={post.text} marks={marksOf(assessment, judged?.risks ?? [])} />
        )}
      </p>
      {assessment?.second && <p className="hint">{assessment.second.reason}</p>}
      {assessment && assessment.verdict !== 'unrelated' && <KeyPoints assessment={assessment} view={view} />}
    </div>
  )
}

function Verdict({ assessment }: { assessment: Assessment }) {
  const { words } = useConsole()
  const percent = `${Math.round(assessment.confidence * 100)} %`
  return (
    <Badge color={colours[assessment.verdict]} appearance="tint">
      {words.verdicts[assessment.verdict]} ·{' '}
      {assessment.sure ? words.sure : `${words.likely}, ${words.doubt}`} ({percent})
    </Badge>
  )
}

function Second({ assessment }: { assessment: Assessment }) {
  const { words } = useConsole()
  const { second, verdict } = assessment
  if (!second) return null
  return (
    <Badge
      color={second.verdict === verdict ? 'subtle' : 'warning'}
      appearance="outline"
      title={second.reason}
    >
      {words.secondJudge} {words.verdicts[second.verdict]}
    </Badge>
  )
}

function KeyPoints({ assessment, view }: { assessment: Assessment; view: ThreadView }) {
  const { words, lang } = useConsole()
  const points = view.entry?.keyPoints ?? []
  return (
    <ul className="points">
      {assessment.keyPoints.map(({ index, state, needed, conflict }) => (
        <li key={index} className={state}>
          <span aria-hidden="true" className="sign">
            {signs[state]}
          </span>
          <span>
            {points[index]?.[lang] ?? points[index]?.fr ?? points[index]?.en}{' '}
            <small>
              {words[state]}
              {needed && state !== 'said' ? ` · ${words.needed}` : ''}
            </small>
            {conflict && (
              <small className="conflict">
                {words.saidInstead} « {conflict.said} », {words.expected} « {conflict.expected} »
              </small>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}

function marksOf(assessment: Assessment | null, risks: readonly { span: Mark['span'] }[]): Mark[] {
  return [
    ...risks.map(({ span }) => ({ span, tone: 'risk' as const })),
    ...(assessment?.keyPoints ?? []).flatMap(({ quote, state }) =>
      quote && state !== 'absent' ? [{ span: quote, tone: state }] : [],
    ),
  ]
}
