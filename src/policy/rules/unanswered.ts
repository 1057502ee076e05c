// Nobody answered in the window and an entry fits: the brand answers.
import { act, answeredFromEntry, type Rule } from '../situation.ts'

export const unanswered: Rule = {
  name: 'unanswered',
  sentence: 'After the window, a question that nobody answered rightly is answered from its entry.',
  propose: (situation) => {
    const { judgement } = situation
    if (!judgement?.entry || answeredFromEntry(situation)) return null
    return act('answer', 'The window is over and nobody answered.', {
      fromEntry: true,
      confidence: judgement.match.decision.confidence,
      sure: judgement.match.decision.kind === 'entry',
    })
  },
}
