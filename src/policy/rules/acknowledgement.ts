// Where the page wants a moderator to send the first sign, it is drafted when its time comes.
import { brakeOn } from '../braked.ts'
import { acknowledgeAt } from '../clocks.ts'
import { act, mayAcknowledge, type Rule } from '../situation.ts'

export const acknowledgement: Rule = {
  name: 'acknowledgement',
  sentence: 'The first sign is due and the page wants a moderator to send it.',
  propose: ({ thread, settings, now }) => {
    const byItself = settings.autonomy.acknowledge.mode === 'automatic' && brakeOn(thread, settings) === null
    if (byItself || now < acknowledgeAt(thread, settings) || !mayAcknowledge(thread)) return null
    return act('acknowledge', 'Nobody answered yet: the customer is told that they were heard.')
  },
}
