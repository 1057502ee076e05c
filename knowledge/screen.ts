// What a post is, before anything is matched: its kind, whether it is private, a crisis, personal data, a scam.
import { type HashedModel, hashedFeatures, predictHashed } from './hashed.ts'
import { type CrisisReason, type PostKind, type PostOutput, postKinds, type Screening } from './judgement.ts'
import { detectLanguage, languages } from './languages/index.ts'
import { predict } from './logistic.ts'
import { findPersonalData } from './personal-data.ts'
import { findRisks } from './risks.ts'
import { crisisReasons, crisisSignals } from './signals.ts'
import { plain, words } from './text.ts'
import { unpackHashed } from './weights/pack.ts'
import type { ScreenWeights } from './weights/weights.ts'

export type Screen = (text: string) => Screening

const fewestWords = 3
const unspokenCrisis = 0.4

export function createScreen(weights: ScreenWeights): Screen {
  const models = {
    kind: unpackHashed(weights.kind),
    private: unpackHashed(weights.private),
    crisis: unpackHashed(weights.crisis),
  }
  return (text) => {
    const lang = detectLanguage(text)
    if (words(text).length === 0) return nothingSaid(text, lang)
    const features = hashedFeatures(text)
    const kinds = predictHashed(models.kind, features)
    const best = kinds.indexOf(Math.max(...kinds))
    const secret = predictHashed(models.private, features)[1] ?? 0
    const signals = crisisSignals(text)
    const crisis =
      predict(
        weights.crisisStack,
        crisisFeatures(
          models.crisis,
          features,
          signals.map(({ reason }) => reason),
        ),
      )[1] ?? 0
    // Without a phrase that says so, only what sounds very much like one counts.
    const isCrisis = crisis >= (signals.length > 0 ? weights.crisisAbove : unspokenCrisis)
    const scam = findRisks(text, null, []).filter(
      ({ kind }) => kind === 'asks-secret' || kind === 'poses-as-brand' || kind === 'private-contact',
    )
    return {
      lang,
      kind: postKinds[best] ?? 'question',
      kindConfidence: kinds[best] ?? 0,
      private: { value: secret >= weights.privateAbove, confidence: secret, evidence: [] },
      crisis: {
        value: isCrisis,
        confidence: crisis,
        reasons: isCrisis ? reasonsOf(signals.map(({ reason }) => reason)) : [],
        evidence: isCrisis ? signals.map(({ span }) => span) : [],
      },
      pii: findPersonalData(text),
      scam: { value: scam.length > 0, evidence: scam.map(({ span }) => span) },
      substantive: isSubstantive(text),
    }
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

/** What the model reads in a post, with which signals stand in the text. */
export function postFeatures(read: PostOutput, reasons: readonly CrisisReason[]): number[] {
  const logit = (chance: number) => Math.log((chance + 1e-3) / (1 - chance + 1e-3))
  return [
    ...read.kind.map(logit),
    logit(read.private),
    logit(read.crisis),
    ...crisisReasons.map((reason) => Number(reasons.includes(reason))),
  ]
}

const reasonsOf = (reasons: readonly CrisisReason[]): readonly CrisisReason[] =>
  reasons.length === 0 ? ['other'] : reasons

/** It says enough to answer something, and is not only "me too", thanks or a joke's emoji. */
export function isSubstantive(text: string): boolean {
  const flat = plain(text)
  const isEmpty = languages.fr.patterns.empty.test(flat) || languages.en.patterns.empty.test(flat)
  return !isEmpty && words(text).length >= fewestWords
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
