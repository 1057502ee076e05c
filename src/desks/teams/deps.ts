// What the Teams desk is given.
import type { Desk } from '../../flow/index.ts'

export interface Reviewers {
  /** The conversation that receives the review cards. */
  conversationId: string
  serviceUrl: string
  /** Teams users who may decide, by Azure AD object id or Teams id. */
  users: readonly string[]
}

export interface TeamsDeskDeps {
  desk: Desk
  reviewers: Reviewers
}

/** Name of the channel whose door the cards leave by. */
export const cardChannel = 'msteams'
