// The learned parts behind their seams: a text encoder and an answer judge, both asynchronous and batched.
export type {
  AnswerJudge,
  Encoder,
  JudgeInput,
  JudgeOutput,
  SecondJudge,
  SecondJudgeInput,
  SecondOpinion,
  TextModels,
  Vectors,
  Verifier,
  VerifyInput,
} from '../../knowledge/index.ts'
