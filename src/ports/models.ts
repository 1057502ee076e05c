// The learned parts behind their seams: a text encoder and an answer judge, both asynchronous and batched.
export type { AnswerJudge, Encoder, JudgeInput, JudgeOutput, Vectors } from '../../knowledge/index.ts'
