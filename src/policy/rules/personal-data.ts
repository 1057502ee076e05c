// Personal data in public: the post is hidden where possible and its owner is told privately.
import { act, didOrDoes, type Rule } from '../situation.ts'

export const personalData: Rule = {
  name: 'personalData',
  sentence: 'Personal data shown in public is hidden where possible, and the talk goes on in private.',
  propose: ({ thread, judgement }) => {
    const kinds = [...new Set(judgement?.screening.pii.map(({ kind }) => kind))]
    if (kinds.length === 0 || didOrDoes(thread, 'handOver')) return null
    return act('handOver', `The question shows personal data in public (${kinds.join(', ')}).`, {
      private: true,
    })
  },
}
