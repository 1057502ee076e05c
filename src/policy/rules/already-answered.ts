// The brand has said what there is to say.
import { followUps } from '../answered.ts'
import { type Rule, silence } from '../situation.ts'

export const alreadyAnswered: Rule = {
  name: 'alreadyAnswered',
  sentence: 'Once the question is answered the brand adds nothing.',
  propose: ({ thread, judgement }) => {
    if (didHandOver(thread.handOver, judgement?.screening.private.value ?? false))
      return silence('handedOver', 'The talk goes on in private.')
    if (thread.answeredAt === null || followUps(thread).length > 0) return null
    return silence('answered', 'The question is answered.')
  },
}

const didHandOver = (handOver: object | null, isPrivate: boolean) => handOver !== null && isPrivate
