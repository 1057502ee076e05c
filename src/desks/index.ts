// Where moderators and admins decide: one line a desk.
export { type ConsoleDeps, consoleRoutes } from './console/index.ts'
export { cardMaker, openTeamsDesk } from './teams/index.ts'
