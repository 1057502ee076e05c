// What a post is, before anything is matched: its kind, whether it is private, a crisis, personal data, a scam.
import { type HashedModel, hashedFeatures, predictHashed } from './hashed.ts'
import { type CrisisReason, type PostKind, postKinds, type Screening, type Vectors } from './judgement.ts'
import { detectLanguage, languages } from './languages/index.ts'
import { predict } from './logistic.ts'
import { findPersonalData } from './personal-data.ts'
import { findRisks } from './risks.ts'
import { crisisReasons, crisisSignals } from './signals.ts'
import { plain, words } from './text.ts'
import { unpackHashed } from './weights/pack.ts'
import type { PostWeights, ScreenWeights } from './weights/weights.ts'

/** @param vectors of the text where the encoder is in use: it is read by ear then, else by its words. */
export type Screen = (text: string, vectors: Vectors | null) => Screening

/** A chance each: of the kinds in the order of `postKinds`, and whether the screen's threshold is passed. */
interface Read {
  kinds: readonly number[]
  private: { value: boolean; confidence: number }
  crisis: { value: boolean; confidence: number }
}

const fewestWords = 3
const unspokenCrisis = 0.4

export function createScreen(byWords: ScreenWeights, byEar: PostWeights): Screen {
  const readWords = wordReader(byWords)
  return (text, vectors) => {
    const lang = detectLanguage(text)
    if (words(text).length === 0) return nothingSaid(text, lang)
    const signals = crisisSignals(text)
    const reasons = signals.map(({ reason }) => reason)
    const read = vectors ? readByEar(byEar, vectors, reasons) : readWords(text, reasons)
    const best = read.kinds.indexOf(Math.max(...read.kinds))
    const scam = findRisks(text, null, []).filter(
      ({ kind }) => kind === 'asks-secret' || kind === 'poses-as-brand' || kind === 'private-contact',
    )
    return {
      lang,
      kind: postKinds[best] ?? 'question',
      kindConfidence: read.kinds[best] ?? 0,
      private: { ...read.private, evidence: [] },
      crisis: {
        ...read.crisis,
        reasons: read.crisis.value ? reasonsOf(reasons) : [],
        evidence: read.crisis.value ? signals.map(({ span }) => span) : [],
      },
      pii: findPersonalData(text),
      scam: { value: scam.length > 0, evidence: scam.map(({ span }) => span) },
      substantive: isSubstantive(text),
    }
  }
}

function wordReader(weights: ScreenWeights): (text: string, reasons: readonly CrisisReason[]) => Read {
  const models = {
    kind: unpackHashed(weights.kind),
    private: unpackHashed(weights.private),
    crisis: unpackHashed(weights.crisis),
  }
  return (text, reasons) => {
    const features = hashedFeatures(text)
    const secret = predictHashed(models.private, features)[1] ?? 0
    const crisis = predict(weights.crisisStack, crisisFeatures(models.crisis, features, reasons))[1] ?? 0
    // Without a phrase that says so, only what sounds very much like one counts.
    const above = reasons.length > 0 ? weights.crisisAbove : unspokenCrisis
    return {
      kinds: predictHashed(models.kind, features),
      private: { value: secret >= weights.privateAbove, confidence: secret },
      crisis: { value: crisis >= above, confidence: crisis },
    }
  }
}

function readByEar(weights: PostWeights, vectors: Vectors, reasons: readonly CrisisReason[]): Read {
  const features = postFeatures(vectors, reasons)
  const [, secret = 0] = predict(weights.private, features)
  const [, crisis = 0] = predict(weights.crisis, features)
  return {
    kinds: predict(weights.kind, features),
    private: { value: secret >= weights.privateAbove, confidence: secret },
    crisis: { value: crisis >= weights.crisisAbove, confidence: crisis },
  }
}

/** The hashed judgement with which signals stand in the text. */
export function crisisFeatures(
  model: HashedModel,
  features: ReadonlyMap<number, number>,
  reasons: readonly CrisisReason[],
): number[] {
  const [, likely = 0] = predictHashed(model, features)
  return [
    Math.log((likely + 1e-3) / (1 - likely + 1e-3)),
    ...crisisReasons.map((reason) => Number(reasons.includes(reason))),
  ]
}

/** What the encoder hears in a post, with which signals stand in the text. */
export function postFeatures({ meaning, sound }: Vectors, reasons: readonly CrisisReason[]): number[] {
  return [...meaning, ...sound, ...crisisReasons.map((reason) => Number(reasons.includes(reason)))]
}

const reasonsOf = (reasons: readonly CrisisReason[]): readonly CrisisReason[] =>
  reasons.length === 0 ? ['other'] : reasons

/** It says enough to answer something, and is not only "me too", thanks or a joke's emoji. */
export function isSubstantive(text: string): boolean {
  const flat = plain(text)
  const isEmpty = languages.fr.patterns.empty.test(flat) || languages.en.patterns.empty.test(flat)
  return !isEmpty && words(text).length >= fewestWords
}

const longestThanks = 15

/** A short post that says it works now, and asks nothing more: not "thanks, but it still fails". */
export function saysSolved(text: string): boolean {
  const flat = plain(text)
  const count = words(text).length
  const but = /\b(?:mais|toujours pas|pas encore|but|still|not yet|except)\b/.test(flat)
  const says = languages.fr.patterns.solved.test(flat) || languages.en.patterns.solved.test(flat)
  return says && !but && !text.includes('?') && count <= longestThanks
}

/** Emoji, signs, or nothing at all. */
function nothingSaid(text: string, lang: Screening['lang']): Screening {
  const kind: PostKind = 'chitchat'
  return {
    lang,
    kind,
    kindConfidence: text.trim() === '' ? 1 : 0.9,
    private: { value: false, confidence: 0, evidence: [] },
    crisis: { value: false, confidence: 0, reasons: [], evidence: [] },
    pii: findPersonalData(text),
    scam: { value: false, evidence: [] },
    substantive: false,
  }
}
