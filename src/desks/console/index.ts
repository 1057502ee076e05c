// The web console: its pages, what they ask, and what they are told live.
import type { Desk } from '../../flow/index.ts'
import type { Clock, News, Route } from '../../ports/index.ts'
import { brandApi } from './brand-api.ts'
import { liveApi } from './live-api.ts'
import { pageRoutes } from './pages.ts'
import { threadApi } from './thread-api.ts'

export interface ConsoleDeps {
  desk: Desk
  news: News
  clock: Clock
}

export function consoleRoutes(deps: ConsoleDeps): Route[] {
  return [...pageRoutes(), ...threadApi(deps), ...brandApi(deps), ...liveApi(deps)]
}
