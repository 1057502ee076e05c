// The rules; their order is their rank. The first that speaks is followed, the last always speaks.
import type { Rule } from '../situation.ts'
import { acknowledgement } from './acknowledgement.ts'
import { alreadyAnswered } from './already-answered.ts'
import { communityFirst } from './community-first.ts'
import { crisis } from './crisis.ts'
import { followUp } from './follow-up.ts'
import { gone } from './gone.ts'
import { humanNeeded } from './human-needed.ts'
import { humanReplied } from './human-replied.ts'
import { inFlight } from './in-flight.ts'
import { incompleteAnswer } from './incomplete-answer.ts'
import { judging } from './judging.ts'
import { noQuestion } from './no-question.ts'
import { personalData } from './personal-data.ts'
import { privateQuestion } from './private-question.ts'
import { privateTalk } from './private-talk.ts'
import { riskyAnswer } from './risky-answer.ts'
import { rootless } from './rootless.ts'
import { settled } from './settled.ts'
import { solved } from './solved.ts'
import { supportedAnswer } from './supported-answer.ts'
import { unanswered } from './unanswered.ts'
import { wrongAnswer } from './wrong-answer.ts'

export const rules: readonly Rule[] = [
  gone,
  rootless,
  settled,
  crisis,
  judging,
  inFlight,
  personalData,
  riskyAnswer,
  supportedAnswer,
  wrongAnswer,
  humanReplied,
  incompleteAnswer,
  privateQuestion,
  solved,
  privateTalk,
  noQuestion,
  alreadyAnswered,
  acknowledgement,
  communityFirst,
  followUp,
  unanswered,
  humanNeeded,
]
