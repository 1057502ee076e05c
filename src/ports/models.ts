// The learned parts behind their seams: a text encoder and an answer judge, both asynchronous and batched.
export type {
  AnswerJudge,
  Encoder,
  Heard,
  JudgeInput,
  JudgeOutput,
  Rows,
  SecondJudge,
  SecondJudgeInput,
  SecondOpinion,
  TextModels,
  TextToRead,
  Vectors,
  Verifier,
  VerifyInput,
} from '../../knowledge/index.ts'
