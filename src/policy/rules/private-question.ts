// Only this customer's own file can answer: the talk goes private, once.
import { act, didOrDoes, type Rule, silence } from '../situation.ts'

export const privateQuestion: Rule = {
  name: 'privateQuestion',
  sentence:
    'A question that only the customer’s own file answers is handed over, once, to a private message or a call; where the page has neither, a human looks.',
  propose: ({ thread, settings, judgement }) => {
    if (!judgement?.screening.private.value || didOrDoes(thread, 'handOver')) return null
    if (settings.privateMeans === 'none')
      return thread.answeredAt === null
        ? silence('escalated', 'Only this customer’s own file can answer, and the page has no private means.')
        : null
    return act('handOver', 'Only this customer’s own file can answer.', {
      confidence: judgement.screening.private.confidence,
      sure: true,
    })
  },
}
