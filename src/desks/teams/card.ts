// A review as an Adaptive Card: the question, the answers with their evidence, the draft, and three buttons.
import { cannotWords, cardWords, kindWords, verdictWords } from '../../../dialogs/index.ts'
import { blotPersonalData, type CardMatter } from '../../flow/index.ts'
import type { Post, SuggestionRow } from '../../ports/index.ts'

type Element = Readonly<Record<string, unknown>>
export type AdaptiveCard = { type: 'AdaptiveCard'; version: string; body: Element[]; actions?: Element[] }

const longestText = 1_500

/** What a button sends back: which draft, and the version of the thread that was on the card. */
export interface CardData {
  suggestionId: string
  threadVersion: number
  lang: 'fr' | 'en'
}

export function openCard(matter: CardMatter): AdaptiveCard {
  const { suggestion, settings } = matter
  const words = cardWords(settings.lang)
  return {
    type: 'AdaptiveCard',
    version: '1.4',
    body: [
      heading(`${kindWords(suggestion.kind, settings.lang)} · ${settings.name}`),
      ...questionOf(matter),
      ...answersOf(matter),
      ...entryOf(matter),
      label(words.draft),
      suggestion.cannot === null
        ? emphasis(suggestion.text)
        : text(cannotWords(suggestion.cannot as Parameters<typeof cannotWords>[0], settings.lang)),
    ],
    actions: actionsOf(suggestion, settings.lang),
  }
}

/** The card after the decision: what was asked, what became of it, and nothing left to press. */
export function closedCard({ suggestion, settings, thread }: CardMatter, became: string): AdaptiveCard {
  return {
    type: 'AdaptiveCard',
    version: '1.4',
    body: [
      heading(`${kindWords(suggestion.kind, settings.lang)} · ${settings.name}`),
      ...questionOf({ thread, settings }),
      ...(suggestion.state === 'approved' || suggestion.state === 'edited' || suggestion.state === 'automatic'
        ? [emphasis(suggestion.text)]
        : []),
      quiet(became),
    ],
  }
}

/** Said instead of a card: a refusal, or that the draft is gone. */
export const plainCard = (said: string): AdaptiveCard => ({
  type: 'AdaptiveCard',
  version: '1.4',
  body: [text(said)],
})

function questionOf({ thread, settings }: Pick<CardMatter, 'thread' | 'settings'>): Element[] {
  const root = thread.posts.find(({ externalId }) => externalId === thread.externalId)
  return root ? [label(cardWords(settings.lang).asks), post(root)] : []
}

function answersOf({ thread, entry, settings }: CardMatter): Element[] {
  const { lang } = settings
  const words = cardWords(lang)
  const answers = thread.posts.filter(
    ({ author, deleted, hidden }) => author.role === 'member' && !deleted && !hidden,
  )
  if (answers.length === 0) return []
  return [
    label(words.answers),
    ...answers.flatMap((answer): Element[] => {
      const judged = thread.judgement?.answers.find(({ postId }) => postId === answer.id)
      const { assessment } = judged ?? {}
      const points = (assessment?.keyPoints ?? []).filter(({ state, needed }) => state !== 'absent' || needed)
      const facts = [
        ...points.map(({ index, state, conflict }) => ({
          title: words[state === 'absent' ? 'missing' : state],
          value: `${keyPoint(entry, index, lang)}${conflict ? ` (≠ ${conflict.said})` : ''}`,
        })),
        ...(judged?.risks ?? []).map((risk) => ({ title: words.risk, value: risk.text })),
      ]
      return [
        post(answer),
        ...(assessment
          ? [
              quiet(
                `${verdictWords(assessment.verdict, lang)} · ${Math.round(assessment.confidence * 100)} %`,
              ),
            ]
          : []),
        ...(facts.length > 0 ? [{ type: 'FactSet', facts }] : []),
      ]
    }),
  ]
}

function entryOf({ entry, settings }: CardMatter): Element[] {
  if (!entry) return []
  const { lang } = settings
  return [label(cardWords(lang).entry), text(inLang(entry.question, lang)), quiet(inLang(entry.answer, lang))]
}

const keyPoint = (entry: CardMatter['entry'], index: number, lang: 'fr' | 'en') =>
  inLang(entry?.keyPoints[index] ?? {}, lang)

const inLang = (both: { fr?: string | undefined; en?: string | undefined }, lang: 'fr' | 'en') =>
  both[lang] ?? both[lang === 'fr' ? 'en' : 'fr'] ?? ''

function actionsOf(suggestion: SuggestionRow, lang: 'fr' | 'en'): Element[] {
  const words = cardWords(lang)
  const data: CardData = { suggestionId: suggestion.id, threadVersion: suggestion.threadVersion, lang }
  const edit = {
    type: 'Action.ShowCard',
    title: words.edit,
    card: {
      type: 'AdaptiveCard',
      version: '1.4',
      body: [{ type: 'Input.Text', id: 'text', isMultiline: true, maxLength: 5_000, value: suggestion.text }],
      actions: [button('edit', words.send, data)],
    },
  }
  const reject = {
    type: 'Action.ShowCard',
    title: words.reject,
    card: {
      type: 'AdaptiveCard',
      version: '1.4',
      body: [{ type: 'Input.Text', id: 'reason', maxLength: 500, placeholder: words.reason }],
      actions: [button('reject', words.reject, data)],
    },
  }
  return suggestion.cannot === null ? [button('approve', words.approve, data), edit, reject] : [edit, reject]
}

/** Action.Execute, and for clients that do not know it the same as Action.Submit. */
function button(verb: 'approve' | 'edit' | 'reject', title: string, data: CardData): Element {
  return {
    type: 'Action.Execute',
    verb,
    title,
    data,
    ...(verb === 'approve' && { style: 'positive' }),
    fallback: { type: 'Action.Submit', title, data: { ...data, verb } },
  }
}

const post = ({ author, text: said }: Post): Element => text(`${author.name}: ${blotPersonalData(said)}`)
const cut = (all: string) => (all.length > longestText ? `${all.slice(0, longestText)} …` : all)
/** Markdown signs in what people wrote are shown, not obeyed. */
const literal = (all: string) => cut(all).replace(/[\\`*_{}[\]()#+!~>|-]/g, '\\$&')
const heading = (all: string): Element => ({
  type: 'TextBlock',
  text: literal(all),
  weight: 'Bolder',
  size: 'Medium',
  wrap: true,
})
const label = (all: string): Element => ({
  type: 'TextBlock',
  text: literal(all),
  weight: 'Bolder',
  spacing: 'Medium',
  wrap: true,
})
const text = (all: string): Element => ({ type: 'TextBlock', text: literal(all), wrap: true })
const quiet = (all: string): Element => ({
  type: 'TextBlock',
  text: literal(all),
  wrap: true,
  isSubtle: true,
  spacing: 'Small',
})
const emphasis = (all: string): Element => ({ type: 'Container', style: 'emphasis', items: [text(all)] })
