// A human of the brand answered on the platform itself: the house steps back.
import { followUps, humanReply } from '../answered.ts'
import { type Rule, silence } from '../situation.ts'

export const humanReplied: Rule = {
  name: 'humanReplied',
  sentence: 'A human of the brand replied on the platform: drafts are withdrawn and the reply counts.',
  propose: ({ thread }) =>
    humanReply(thread) && followUps(thread).length === 0
      ? silence('answered', 'A human of the brand replied on the platform.')
      : null,
}
