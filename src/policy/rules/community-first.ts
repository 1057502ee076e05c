// Inside its window the community answers first.
import { type Rule, silence } from '../situation.ts'

export const communityFirst: Rule = {
  name: 'communityFirst',
  sentence: 'Inside the community window the brand adds no answer of its own.',
  propose: ({ windowEndsAt, now }) =>
    windowEndsAt !== null && now < windowEndsAt ? silence('waiting', 'The community answers first.') : null,
}
