// Where the community talks: one line a channel.
export { type BotRoom, botChannelName, openBotRoom } from './botframework/index.ts'
export { callBackRoutes, type SignedLinks, signedLinks } from './callback/index.ts'
export { type CommunityDeps, communityChannel, communityRoutes, type HumanBy } from './community/index.ts'
