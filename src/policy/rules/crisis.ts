// Fraud under way, danger, the press, the law: a human at once, and a holding statement that two people approve.
import { act, didOrDoes, type Rule, silence } from '../situation.ts'

export const crisis: Rule = {
  name: 'crisis',
  sentence:
    'A crisis goes to a human at once; a holding statement waits for two approvals; nothing is automatic.',
  propose: ({ thread }) => {
    if (thread.crisis === null) return null
    const reasons = thread.crisis.reasons.join(', ')
    if (didOrDoes(thread, 'escalate'))
      return silence('escalated', `A human handles this crisis (${reasons}).`)
    return act('escalate', `This needs a human at once: ${reasons}.`, { approvalsNeeded: 2, sure: false })
  },
}
