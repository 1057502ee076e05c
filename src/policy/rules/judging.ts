// What stands has not been looked at yet: moments, not minutes.
import { type Rule, silence } from '../situation.ts'

export const judging: Rule = {
  name: 'judging',
  sentence: 'New content is judged before anything is said.',
  propose: ({ judgement }) => (judgement ? null : silence('waiting', 'The newest content is being judged.')),
}
