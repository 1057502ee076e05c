// The question was deleted: nothing may be said any more.
import { type Rule, silence } from '../situation.ts'

export const gone: Rule = {
  name: 'gone',
  sentence: 'The question was deleted: the brand keeps silent and stops what is not out yet.',
  propose: ({ thread }) =>
    thread.posts.some(({ externalId, deleted }) => externalId === thread.externalId && deleted)
      ? silence('gone', 'The question was deleted.')
      : null,
}
