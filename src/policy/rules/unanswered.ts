// Nobody answered in the window and an entry fits: the brand answers.
import { act, keyPointsSaid, type Rule } from '../situation.ts'

export const unanswered: Rule = {
  name: 'unanswered',
  sentence: 'After the window, a question that nobody answered rightly is answered from its entry.',
  propose: (situation) => {
    const { thread, judgement } = situation
    if (!judgement?.entry) return null
    const saidAlready = thread.acts.some(({ kind, entryId, state }) => kind === 'answer' && entryId === judgement.entry?.id && state !== 'rejected')
    if (saidAlready) return null
    return act('answer', 'The window is over and nobody answered.', {
      fromEntry: true,
      keyPoints: [...keyPointsSaid(situation)],
      confidence: judgement.match.decision.confidence,
      sure: judgement.match.decision.kind === 'entry',
    })
  },
}
