// The asker is served: whatever is right needs no more words.
import { type Rule, silence } from '../situation.ts'

export const solved: Rule = {
  name: 'solved',
  sentence: 'The asker says that it is solved: nothing is added, and the thread is settled.',
  propose: ({ thread, judgement, answers }) => {
    const marked = thread.posts.some(({ id, deleted }) => id === thread.solvedBy && !deleted)
    // Thanks alone, before anybody answered, are only polite.
    const thanked = judgement?.thanks && (answers.length > 0 || thread.answeredAt !== null)
    return marked || thanked ? silence('settled', 'The asker says that it is solved.') : null
  },
}
