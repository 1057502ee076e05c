// Review in Teams: cards in the reviewers' conversation, decided where they stand.
import type { TurnContext } from 'botbuilder'
import { decide, verbs } from './decide.ts'
import type { TeamsDeskDeps } from './deps.ts'

export type { Reviewers } from './deps.ts'
export { cardMaker } from './maker.ts'

/**
 * Loads teams-ai, which takes over a second and much memory: call it only where a desk is set up.
 * @returns what answers a card's button.
 */
export async function openTeamsDesk(deps: TeamsDeskDeps): Promise<(context: TurnContext) => Promise<void>> {
  const { Application } = (await import('@microsoft/teams-ai')).default
  const app = new Application({
    startTypingTimer: false,
    removeRecipientMention: false,
    storage: keepsNothing,
  })
  for (const verb of verbs) {
    app.adaptiveCards.actionExecute(verb, (context, _, data) => decide(deps, verb, context, data))
    // An older client's button comes as a message; its answer is a message too.
    app.adaptiveCards.actionSubmit(verb, async (context, _, data) => {
      const card = await decide(deps, verb, context, data)
      await context.sendActivity({
        type: 'message',
        attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
      })
    })
  }
  return async (context) => {
    await app.run(context)
  }
}

/** A decision is kept by the house; a conversation with the bot has no state of its own. */
const keepsNothing = {
  read: async () => ({}),
  write: async () => undefined,
  delete: async () => undefined,
}
