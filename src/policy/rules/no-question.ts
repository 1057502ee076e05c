// Praise, chit-chat and spam want no answer.
import { act, didOrDoes, type Rule, silence } from '../situation.ts'

export const noQuestion: Rule = {
  name: 'noQuestion',
  sentence: 'Praise gets a thank-you only if the page wants it; chit-chat and spam get silence.',
  propose: ({ thread, settings, judgement }) => {
    const kind = judgement?.screening.kind
    if (judgement === null || kind === 'question' || kind === 'complaint') return null
    // Words that match an entry ask something, however they are put.
    if (judgement.entry !== null) return null
    if (kind === 'praise' && settings.thankPraise && !didOrDoes(thread, 'thank'))
      return act('thank', 'A customer praises the brand.', {
        confidence: judgement.screening.kindConfidence,
        sure: true,
      })
    return silence('waiting', `This is ${kind === 'chitchat' ? 'chit-chat' : kind}: nothing to answer.`)
  },
}
