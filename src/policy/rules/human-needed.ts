// No entry fits, or what fits was refused: a human writes.
import { type Rule, silence } from '../situation.ts'

export const humanNeeded: Rule = {
  name: 'humanNeeded',
  sentence: 'Where no entry answers, a human does.',
  propose: ({ judgement }) =>
    silence(
      'escalated',
      judgement?.match.decision.kind === 'near'
        ? 'Two entries are too near to choose: a human picks.'
        : 'No entry answers this: a human writes the reply.',
    ),
}
