// A button of a card: who pressed it may decide or not, and the same desk decides as for the console.
import type { TurnContext } from 'botbuilder'
import * as z from 'zod'
import { cardWords, decidedWords, staleWords } from '../../../dialogs/index.ts'
import type { DeskOutcome } from '../../flow/index.ts'
import { type AdaptiveCard, plainCard } from './card.ts'
import type { TeamsDeskDeps } from './deps.ts'

export const verbs = ['approve', 'edit', 'reject'] as const
export type Verb = (typeof verbs)[number]

const sent = z.looseObject({
  suggestionId: z.string().min(1),
  threadVersion: z.number().int().min(0),
  lang: z.enum(['fr', 'en']).default('fr'),
  text: z.string().trim().max(5_000).default(''),
  reason: z.string().max(500).default(''),
})

/** @returns the card that takes the pressed one's place for whoever pressed. */
export async function decide(
  { desk, reviewers }: TeamsDeskDeps,
  verb: Verb,
  { activity }: Pick<TurnContext, 'activity'>,
  data: unknown,
): Promise<AdaptiveCard> {
  const parsed = sent.safeParse(data)
  if (!parsed.success) return plainCard(cardWords('fr').gone)
  const { suggestionId, threadVersion, lang, text, reason } = parsed.data
  const { from } = activity
  const who = [from.id, from.aadObjectId].find((id) => id !== undefined && reviewers.users.includes(id))
  if (who === undefined) return plainCard(cardWords(lang).strangers)
  const outcome = await desk.review({
    suggestionId,
    threadVersion,
    by: `teams:${from.name ?? who}`,
    decision:
      verb === 'edit'
        ? { kind: 'edit', text }
        : verb === 'reject'
          ? { kind: 'reject', reason }
          : { kind: 'approve' },
  })
  return plainCard(outcomeWords(outcome, verb, lang))
}

function outcomeWords(outcome: DeskOutcome, verb: Verb, lang: 'fr' | 'en'): string {
  if (outcome.kind === 'done') return decidedWords(verb, lang)
  if (outcome.kind === 'notFound') return cardWords(lang).gone
  switch (outcome.refusal.kind) {
    case 'stale':
      return `${staleWords([], lang)} ${outcome.refusal.changed}`
    case 'alreadyDecided':
      return staleWords(['decided'], lang)
    case 'noSuggestion':
      return cardWords(lang).gone
    case 'notAllowed':
      return outcome.refusal.reason
  }
}
