// A moderator acts without a draft: writes, escalates, calms, settles, reopens, or asks for a kind of act.
import { seenUntil } from './answered.ts'
import type { Change, StepContext } from './change.ts'
import type { Command, ThreadEvent } from './event.ts'
import type { Order } from './order.ts'
import type { PageSettings } from './settings.ts'
import type { Thread } from './thread.ts'

type Words = Extract<Command, { kind: 'reply' }>
type Commanded = Extract<ThreadEvent, { kind: 'commanded' }>

export function applyCommand(thread: Thread, { by, command }: Commanded, context: StepContext): Change {
  const note = (sentence: string): Order => ({ kind: 'note', why: { rule: command.kind, sentence }, by })
  switch (command.kind) {
    case 'reply':
      return reply(thread, by, command, context)
    case 'escalate':
      return escalate(thread, by, command.reason.trim() || 'a moderator asks for it', context)
    case 'calm':
      return {
        thread: { ...thread, crisis: null, calmedVersion: thread.version },
        orders: [note('A human lifted the crisis.')],
      }
    case 'settle':
      return { thread: { ...thread, settledAt: context.now }, orders: [note('Settled by a moderator.')] }
    case 'reopen':
      return {
        thread: { ...thread, settledAt: null, rejected: [] },
        orders: [note('Reopened by a moderator.')],
      }
    case 'suggest':
      // What was rejected may be drafted again when a moderator asks for it.
      return {
        thread: { ...thread, rejected: thread.rejected.filter(({ kind }) => kind !== command.act) },
        orders: [note(`A moderator asks for: ${command.act}.`)],
      }
  }
}

function escalate(thread: Thread, by: string, reason: string, { now }: StepContext): Change {
  const why = { rule: 'overtaking', sentence: `Goes before older threads: ${reason}.` }
  return {
    thread: { ...thread, crisis: { reasons: [reason], since: now }, calmedVersion: null },
    orders: [{ kind: 'note', why, by }],
  }
}

/** The moderator's own words go out like an edited draft. */
function reply(thread: Thread, by: string, words: Words, { now, settings }: StepContext): Change {
  const objection = objectionTo(thread, words, settings)
  if (objection !== null) return { thread, orders: [], refusal: { kind: 'notAllowed', reason: objection } }
  const outboxId = `${thread.id}.o${thread.counts.outbox + 1}`
  const why = { rule: 'reply', sentence: 'A moderator wrote the reply.' }
  const suggestionId = thread.suggestion?.id ?? null
  return {
    thread: {
      ...thread,
      suggestion: null,
      state: 'waiting',
      counts: { ...thread.counts, outbox: thread.counts.outbox + 1 },
      acts: [
        ...thread.acts,
        {
          kind: 'reply',
          suggestionId: suggestionId ?? '',
          outboxId,
          state: 'posting',
          at: seenUntil(thread, now),
          postIds: [],
          keyPoints: [],
          entryId: null,
          private: words.private,
        },
      ],
    },
    orders: [
      ...(suggestionId === null
        ? []
        : [{ kind: 'close' as const, suggestionId, as: 'withdrawn' as const, why, by }]),
      {
        kind: 'post',
        outboxId,
        act: 'reply',
        suggestionId: null,
        text: words.text,
        replyTo: thread.externalId,
        private: words.private,
        why,
      },
    ],
  }
}

function objectionTo(thread: Thread, words: Words, { privateMeans }: PageSettings): string | null {
  if (words.text.trim() === '') return 'The reply is empty.'
  if (thread.state === 'gone' || thread.state === 'rootless') return 'There is no question to reply to.'
  if (words.private && privateMeans !== 'message') return 'This page has no private messages.'
  return thread.acts.some(({ state }) => state === 'posting' || state === 'unknown')
    ? 'A reply is on its way, or its fate is unknown. Settle it first.'
    : null
}
