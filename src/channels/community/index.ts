// The built-in community page: where customers ask, members answer, and the brand's word is seen.
import type { Route } from '../../ports/index.ts'
import { assetRoutes } from './assets.ts'
import type { CommunityDeps } from './deps.ts'
import { liveRoutes } from './live-routes.ts'
import { ownRoutes } from './own-routes.ts'
import { reactRoutes } from './react-routes.ts'
import { readRoutes } from './read-routes.ts'
import { writeRoutes } from './write-routes.ts'

export { communityChannel } from './channel.ts'
export type { CommunityDeps, HumanBy } from './deps.ts'

export function communityRoutes(deps: CommunityDeps): Route[] {
  return [
    ...assetRoutes(),
    ...readRoutes(deps),
    ...writeRoutes(deps),
    ...ownRoutes(deps),
    ...reactRoutes(deps),
    ...liveRoutes(deps),
  ]
}
