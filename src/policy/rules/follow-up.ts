// The asker comes back: "it still does not work".
import { answering, followUps, humanReply } from '../answered.ts'
import { type Rule, silence } from '../situation.ts'
import type { Thread } from '../thread.ts'

export const followUp: Rule = {
  name: 'followUp',
  sentence: 'When the asker comes back after the answer and no other entry answers, a human does.',
  propose: ({ thread, judgement }) => {
    if (followUps(thread).length === 0) return null
    const entryId = judgement?.entry?.id
    const another = entryId !== undefined && !humanReply(thread) && !spokeFrom(thread, entryId)
    return another ? null : silence('escalated', 'The asker comes back after the answer: a human looks.')
  },
}

const spokeFrom = ({ acts }: Thread, entry: string) =>
  acts.some(
    ({ kind, entryId, state }) => answering.includes(kind) && entryId === entry && state !== 'rejected',
  )
