// One reply at a time: while one is on its way, or its fate is unknown, no other is drafted.
import { type Rule, silence } from '../situation.ts'

export const inFlight: Rule = {
  name: 'inFlight',
  sentence: 'While a reply is on its way or its fate is unknown, no other is drafted.',
  propose: ({ thread }) => {
    const act = thread.acts.find(
      ({ kind, state }) => kind !== 'acknowledge' && (state === 'posting' || state === 'unknown'),
    )
    if (!act) return null
    return act.state === 'posting'
      ? silence('waiting', 'A reply is on its way.')
      : silence('escalated', 'It is not known whether a reply was posted: a human looks.')
  },
}
