// Settled by the asker, a moderator, or long silence; any new post opens it again.
import { type Rule, silence } from '../situation.ts'

export const settled: Rule = {
  name: 'settled',
  sentence: 'The thread is settled: nothing more is said unless somebody posts again.',
  propose: ({ thread }) => (thread.settledAt === null ? null : silence('settled', 'The thread is settled.')),
}
