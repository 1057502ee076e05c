// Draws the card of a suggestion as it opens, and the same card again when it is decided or withdrawn.
import { cardWords, decidedWords } from '../../../dialogs/index.ts'
import type { CardMaker, CardMatter } from '../../flow/index.ts'
import { type AdaptiveCard, closedCard, openCard } from './card.ts'
import { cardChannel, type Reviewers } from './deps.ts'

export function cardMaker({ conversationId, serviceUrl }: Reviewers): CardMaker {
  return {
    channel: cardChannel,
    draw(matter) {
      const { suggestion, posted } = matter
      if (suggestion.state !== 'open' && posted === null) return null
      const card: AdaptiveCard =
        suggestion.state === 'open' ? openCard(matter) : closedCard(matter, becameWords(matter))
      return {
        kind: 'card',
        suggestionId: suggestion.id,
        replaces: suggestion.state === 'open' ? null : posted,
        body: { serviceUrl, conversationId, summary: suggestion.why, card },
      }
    },
  }
}

function becameWords({ suggestion, settings }: CardMatter): string {
  const { lang } = settings
  switch (suggestion.state) {
    case 'approved':
      return decidedWords('approve', lang)
    case 'edited':
      return decidedWords('edit', lang)
    case 'rejected':
      return decidedWords('reject', lang)
    case 'automatic':
      return cardWords(lang).byNobody
    default:
      return cardWords(lang).withdrawn
  }
}
