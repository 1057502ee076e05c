// The talk went private, and the asker goes on with it: a human of the brand reads.
import { followUps } from '../answered.ts'
import { type Rule, silence } from '../situation.ts'

export const privateTalk: Rule = {
  name: 'privateTalk',
  sentence: 'Once the talk is in private, whatever the asker adds goes to a human.',
  propose: ({ thread }) =>
    thread.handOver !== null && followUps(thread).length > 0
      ? silence('escalated', 'The asker goes on in private: a human reads it.')
      : null,
}
