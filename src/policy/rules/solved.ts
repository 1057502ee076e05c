// The asker is served: whatever is right needs no more words.
import { followUps } from '../answered.ts'
import { type Rule, silence } from '../situation.ts'
import type { Thread } from '../thread.ts'

export const solved: Rule = {
  name: 'solved',
  sentence: 'The asker says that it is solved: nothing is added, and the thread is settled.',
  propose: ({ thread, judgement, answers }) => {
    const marked = followUps(thread).length === 0 && isMarked(thread)
    // Thanks alone, before anybody answered, are only polite.
    const thanked = judgement?.thanks && (answers.length > 0 || thread.answeredAt !== null)
    return marked || thanked ? silence('settled', 'The asker says that it is solved.') : null
  },
}

const isMarked = ({ posts, solvedBy }: Thread) => posts.some(({ id, deleted }) => id === solvedBy && !deleted)
