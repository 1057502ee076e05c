// The face of the flow: the line through the house, and the desk that decides.
import { createCallBacks } from './call-backs.ts'
import { createCuration } from './curate.ts'
import { createDecisions } from './decide.ts'
import { createDeliveries } from './deliveries.ts'
import type { FlowDeps } from './deps.ts'
import type { Desk } from './desk.ts'
import { createLooking } from './look.ts'
import { createPageDesk } from './pages.ts'
import { createReporting } from './report.ts'

export { type Brain, type BrainOptions, createBrain, noteKnowledgeChange } from './brain.ts'
export type { CardMaker, CardMatter } from './cards.ts'
export type { FlowDeps } from './deps.ts'
export type * from './desk.ts'
export { threadIdOf } from './inbox.ts'
export { createLine, type Line } from './line.ts'
export { localMoment } from './moment.ts'
export { blotPersonalData, maskPersonalData } from './privacy.ts'
export { rootOf } from './question.ts'

/** Everything a desk can see and decide, over one set of ports. */
export function createDesk(deps: FlowDeps): Desk {
  return {
    ...createLooking(deps),
    ...createDecisions(deps),
    ...createCuration(deps),
    ...createPageDesk(deps),
    ...createDeliveries(deps),
    ...createCallBacks(deps),
    ...createReporting(deps),
  }
}
