// Praise, chit-chat and spam want no answer.
import { act, asksSomething, didOrDoes, type Rule, silence } from '../situation.ts'

export const noQuestion: Rule = {
  name: 'noQuestion',
  sentence: 'Praise gets a thank-you only if the page wants it; chit-chat and spam get silence.',
  propose: ({ thread, settings, judgement }) => {
    if (judgement === null || asksSomething(judgement)) return null
    const { kind } = judgement.screening
    if (kind === 'praise' && settings.thankPraise && !didOrDoes(thread, 'thank'))
      return act('thank', 'A customer praises the brand.', {
        confidence: judgement.screening.kindConfidence,
        sure: true,
      })
    return silence('waiting', `This is ${kind === 'chitchat' ? 'chit-chat' : kind}: nothing to answer.`)
  },
}
