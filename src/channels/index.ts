// Where the community talks: one line a channel.
export { type CommunityDeps, communityChannel, communityRoutes, type HumanBy } from './community/index.ts'
