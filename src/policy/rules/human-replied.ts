// A human of the brand answered on the platform itself: the house steps back.
import { humanReply, type Rule, silence } from '../situation.ts'

export const humanReplied: Rule = {
  name: 'humanReplied',
  sentence: 'A human of the brand replied on the platform: drafts are withdrawn and the reply counts.',
  propose: ({ thread }) => {
    const reply = humanReply(thread)
    const askedSince = thread.posts.some(
      ({ author, at, deleted }) => author.role === 'asker' && !deleted && at > (reply?.at ?? 0),
    )
    return reply && !askedSince ? silence('answered', 'A human of the brand replied on the platform.') : null
  },
}
