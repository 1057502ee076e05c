// The face of the dialogs: the words of a reply, of a review.
export { factsOutside } from './facts-outside.ts'
export { composeReply, type Reply, type ReplyInput } from './reply.ts'
export { cannotWords, cardWords, decidedWords, kindWords, staleWords, verdictWords } from './review.ts'
export type { CannotReason, DraftKind } from './words/language.ts'
