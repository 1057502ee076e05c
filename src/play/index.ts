// The face of the play room: the line under a clock that moves when told, for replays and the demonstration.

export { evaluationTable } from './evaluation.ts'
export { type LabelledQuestion, type LabelledReply, type LabelledSet, readLabelledSet } from './labelled.ts'
export { createManualClock, type ManualClock } from './manual-clock.ts'
export { createPlayer, type Player } from './player.ts'
export { predictQuestions, predictReplies } from './predictions.ts'
export { type ReplayOutcome, replaySet, type Stage } from './replay.ts'
export { type SeedPeople, seedDemo } from './seed.ts'
export { playWeek, type Scorecard, scorecardTable, type WeekOptions } from './week/index.ts'
