// A new suggestion of a thread: its identity comes from the thread's own count, so that nothing is left to chance.
import type { Act } from './situation.ts'
import type { OpenSuggestion } from './suggestion.ts'
import type { Thread } from './thread.ts'

export function newSuggestion(
  thread: Thread,
  act: Act,
  automaticAt: number | null,
  now: number,
): { suggestion: OpenSuggestion; counts: Thread['counts'] } {
  const entry = act.fromEntry ? (thread.judgement?.entry ?? null) : null
  const number = thread.counts.suggestions + 1
  return {
    suggestion: {
      id: `${thread.id}.s${number}`,
      kind: act.kind,
      threadVersion: thread.version,
      entry: entry && { id: entry.id, revision: entry.revision },
      postIds: act.postIds,
      keyPoints: act.keyPoints,
      automaticAt,
      approvalsNeeded: act.approvalsNeeded,
      approvedBy: [],
      editedText: null,
      private: act.private,
      createdAt: now,
    },
    counts: { ...thread.counts, suggestions: number },
  }
}
