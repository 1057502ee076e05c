// An answer came before its question.
import { type Rule, silence } from '../situation.ts'

export const rootless: Rule = {
  name: 'rootless',
  sentence: 'An answer arrived before its question: the brand waits for the question.',
  propose: ({ root }) => (root ? null : silence('rootless', 'The question has not arrived yet.')),
}
