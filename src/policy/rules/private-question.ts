// Only this customer's own file can answer: the talk goes private, once.
import { act, didOrDoes, type Rule } from '../situation.ts'

export const privateQuestion: Rule = {
  name: 'privateQuestion',
  sentence: 'A question that only the customer’s own file answers is handed over to a private message, once.',
  propose: ({ thread, settings, judgement }) => {
    if (
      !judgement?.screening.private.value ||
      didOrDoes(thread, 'handOver') ||
      settings.privateMeans === 'none'
    )
      return null
    return act('handOver', 'Only this customer’s own file can answer.', {
      confidence: judgement.screening.private.confidence,
      sure: true,
    })
  },
}
