// The drafted reply and what is done with it: approve, edit, reject, stop; one key each.
import { Badge, Button, Switch, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import type { DeskOutcome, ThreadView } from '../../../flow/index.ts'
import { type Asked, api, type Command, type Decision } from './api.ts'
import { useConsole } from './context.ts'
import { Countdown } from './countdown.tsx'
import { RejectDialog } from './reject-dialog.tsx'
import { ruleWords } from './rule-words.ts'
import { useKeys } from './use-keys.ts'

type Mode = 'look' | 'edit' | 'reject' | 'write'

export function DraftPanel({ view, onDecided }: { view: ThreadView; onDecided(): void }) {
  const { words, lang, tell } = useConsole()
  const [mode, setMode] = useState<Mode>('look')
  const [text, setText] = useState('')
  const [busy, setBusy] = useState(false)
  const [alone, setAlone] = useState(false)
  const open = view.suggestion?.state === 'open' ? view.suggestion : null
  const { thread } = view

  async function after(asked: Promise<Asked<DeskOutcome>>) {
    setBusy(true)
    const answer = await asked
    setBusy(false)
    setMode('look')
    if (answer.kind === 'ok') tell(words.decided)
    else tell(refusalWords(answer, words), 'bad')
    onDecided()
  }
  const decide = (decision: Decision) =>
    open && !busy && void after(api.review(open.id, thread.version, decision))
  const command = (order: Command) => !busy && void after(api.command(thread.id, order))
  const edit = () => {
    setText(open?.text ?? '')
    setMode('edit')
  }
  const write = () => {
    setText('')
    // Where the talk went private, it goes on there.
    setAlone(view.canBePrivate && thread.handOver !== null)
    setMode('write')
  }
  const sendWords = () =>
    mode === 'edit' ? decide({ kind: 'edit', text }) : command({ kind: 'reply', text, private: alone })
  const approve = open && open.cannot === null ? () => decide({ kind: 'approve' }) : undefined
  useKeys({
    a: mode === 'look' ? approve : undefined,
    e: open ? edit : undefined,
    r: open ? () => setMode('reject') : undefined,
    s: open?.automaticAt ? () => decide({ kind: 'stop' }) : undefined,
    x: () => command(thread.crisis ? { kind: 'calm' } : { kind: 'escalate', reason: words.escalate }),
    w: write,
  })

  if (mode === 'edit' || mode === 'write')
    return (
      <section className="draft" aria-label={words.draft}>
        <Textarea
          autoFocus
          className="words"
          resize="vertical"
          rows={5}
          value={text}
          aria-label={words.draft}
          onChange={(_, { value }) => setText(value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) sendWords()
            if (event.key === 'Escape') setMode('look')
          }}
        />
        {mode === 'write' && view.canBePrivate && (
          <Switch checked={alone} label={words.inPrivate} onChange={(_, { checked }) => setAlone(checked)} />
        )}
        <div className="acts">
          <Button appearance="primary" disabled={text.trim() === '' || busy} onClick={sendWords}>
            {words.send}
          </Button>
          <Button onClick={() => setMode('look')}>{words.cancel}</Button>
        </div>
      </section>
    )
  return (
    <section className="draft" aria-label={words.draft}>
      {open ? (
        <>
          <p className="card-head">
            <strong>{words.kinds[open.kind]}</strong>
            <Badge appearance="outline">{thread.suggestion?.private ? words.private : words.public}</Badge>
            {(thread.suggestion?.approvalsNeeded ?? 1) > 1 && (
              <Badge appearance="outline">
                {thread.suggestion?.approvedBy.length} / {thread.suggestion?.approvalsNeeded}{' '}
                {words.approvals}
              </Badge>
            )}
            {open.automaticAt !== null && <Countdown until={open.automaticAt} />}
          </p>
          <p className="hint">
            {words.why} {ruleWords(open.rule, open.why, lang)} <code>{open.rule}</code>
          </p>
          <blockquote className="words">{open.cannot ?? open.text}</blockquote>
        </>
      ) : (
        <p className="hint">
          {words.why} {ruleWords(thread.why.rule, thread.why.sentence, lang)} <code>{thread.why.rule}</code>
        </p>
      )}
      <div className="acts">
        {open && (
          <>
            <Button appearance="primary" disabled={busy || !approve} aria-keyshortcuts="a" onClick={approve}>
              {words.approve} <kbd>a</kbd>
            </Button>
            <Button disabled={busy} aria-keyshortcuts="e" onClick={edit}>
              {words.edit} <kbd>e</kbd>
            </Button>
            <Button disabled={busy} aria-keyshortcuts="r" onClick={() => setMode('reject')}>
              {words.reject} <kbd>r</kbd>
            </Button>
            {open.automaticAt !== null && (
              <Button disabled={busy} aria-keyshortcuts="s" onClick={() => decide({ kind: 'stop' })}>
                {words.stop} <kbd>s</kbd>
              </Button>
            )}
          </>
        )}
        <span className="grow" />
        <Button appearance="subtle" aria-keyshortcuts="w" onClick={write}>
          {words.reply} <kbd>w</kbd>
        </Button>
        <Button
          appearance="subtle"
          aria-keyshortcuts="x"
          onClick={() =>
            command(thread.crisis ? { kind: 'calm' } : { kind: 'escalate', reason: words.escalate })
          }
        >
          {thread.crisis ? words.calm : words.escalate} <kbd>x</kbd>
        </Button>
        <Button appearance="subtle" onClick={() => command({ kind: 'settle' })}>
          {words.settle}
        </Button>
      </div>
      <RejectDialog
        open={mode === 'reject'}
        onClose={() => setMode('look')}
        onReject={(reason) => decide({ kind: 'reject', reason })}
      />
    </section>
  )
}

function refusalWords(
  answer: Extract<Asked<DeskOutcome>, { kind: 'failed' }>,
  words: ReturnType<typeof useConsole>['words'],
): string {
  if (answer.status === 401) return words.signIn
  const refusal = (answer.body as { refusal?: { kind: string; changed?: string; reason?: string } } | null)
    ?.refusal
  if (refusal?.kind === 'stale') return `${words.stale} ${refusal.changed}.`
  return refusal ? `${words.refused}. ${refusal.reason ?? ''}` : words.failed
}
