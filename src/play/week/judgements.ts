// The knowledge of a simulated week: what it says of each post is written in the script.
import type { Assessment, Entry, Knowledge, Match, Screening } from '../../../knowledge/index.ts'
import type { Asked, Given } from './script.ts'

export function scriptedKnowledge(week: readonly Asked[], entries: readonly Entry[]): Knowledge {
  const asked = new Map(week.map((one) => [one.id, one]))
  const given = new Map(week.flatMap(({ answers }) => answers.map((answer) => [answer.id, answer] as const)))
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const questionOf = (text: string) => (text === '' ? nothingAsked : found(asked, /\((q\d+)\)/, text))
  return {
    entries: byId,
    screen: async (posts) => posts.map(({ text }) => screeningOf(questionOf(text))),
    match: async (posts) => posts.map(({ text }) => matchOf(questionOf(text))),
    assess: async (items) =>
      items.map(({ reply, entryId }) =>
        assessmentOf(found(given, /\((q\d+-r\d+)\)/, reply), byId.get(entryId)),
      ),
    links: [],
    search: () => [],
  }
}

/** A thread whose question is deleted or has not come asks nothing. */
const nothingAsked: Pick<Asked, 'kind' | 'isPrivate' | 'crisis' | 'showsPersonalData' | 'matched'> = {
  kind: 'chitchat',
  isPrivate: false,
  crisis: [],
  showsPersonalData: false,
  matched: { kind: 'none', entryId: null, confidence: 1 },
}

function found<T>(all: ReadonlyMap<string, T>, mark: RegExp, text: string): T {
  const one = all.get(mark.exec(text)?.[1] ?? '')
  if (!one) throw new Error(`The script knows nothing of "${text}".`)
  return one
}

function screeningOf({ kind, isPrivate, crisis, showsPersonalData }: typeof nothingAsked): Screening {
  return {
    lang: 'fr',
    kind,
    kindConfidence: 0.95,
    private: { value: isPrivate, confidence: isPrivate ? 0.95 : 0.05, evidence: [] },
    crisis: { value: crisis.length > 0, confidence: 0.95, reasons: crisis, evidence: [] },
    pii: showsPersonalData ? [{ kind: 'iban', span: { start: 0, end: 0 } }] : [],
    scam: { value: false, evidence: [] },
    substantive: true,
  }
}

function matchOf({ matched: { kind, entryId, confidence } }: typeof nothingAsked): Match {
  const candidates = entryId === null ? [] : [{ entryId, confidence, evidence: { variant: '', words: [] } }]
  if (kind === 'near') return { candidates, decision: { kind, entryIds: [entryId ?? '', ''], confidence } }
  if (kind === 'none' || entryId === null) return { candidates, decision: { kind: 'none', confidence } }
  return { candidates, decision: { kind, entryId, confidence } }
}

function assessmentOf(
  { judged: { verdict, confidence, sure } }: Given,
  entry: Entry | undefined,
): Assessment {
  const points = entry?.keyPoints ?? []
  const stateOf = (index: number) => {
    if (verdict === 'contradicted') return index === 0 ? 'contradicted' : 'absent'
    if (verdict === 'supported') return 'said'
    return verdict === 'incomplete' && index === 0 && points.length > 1 ? 'said' : 'absent'
  }
  return {
    entryId: entry?.id ?? null,
    verdict,
    confidence,
    sure,
    probabilities: {
      supported: 0,
      incomplete: 0,
      contradicted: 0,
      unrelated: 0,
      risky: 0,
      [verdict]: confidence,
    },
    keyPoints: points.map((_, index) => ({
      index,
      state: stateOf(index),
      needed: true,
      confidence,
      quote: null,
      conflict: null,
    })),
    risks: [],
    basis: 'facts',
  }
}
