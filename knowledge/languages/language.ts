// What a language must bring, so that questions and answers in it can be read.

export interface Language {
  code: 'fr' | 'en'
  /** The root of a word without accents, e.g. "cartes" and "carte" alike. */
  stem(word: string): string
  /** Words that carry grammar and no topic, without accents. */
  functionWords: ReadonlySet<string>
  /** Number words, without accents, with their value; 100 and 1000 multiply what stands before. */
  numbers: Readonly<Record<string, number>>
  /** "twenty and one": the word that may stand between two number words. */
  numberJoin: string
  /** Patterns over plain text (lower case, no accents). */
  patterns: LanguagePatterns
}

export interface LanguagePatterns {
  /** Something costs nothing. */
  free: RegExp
  /** A reply opens by saying that it is so, or may be done. */
  yes: RegExp
  /** A reply opens by saying that it is not so. */
  no: RegExp
  /** Pairs of which a statement can hold one side or the other. */
  opposites: readonly (readonly [RegExp, RegExp])[]
  /** Ways to reach the brand or to do something, a pattern each. */
  channels: readonly RegExp[]
  /** Words that turn a statement round. */
  negation: RegExp
  /** A whole reply that agrees, thanks or jokes and answers nothing. */
  empty: RegExp
  /** The asker says that it works now. */
  solved: RegExp
  /** Days on which offices work, behind "days". */
  workingDay: RegExp
  /** Somebody says that they work for the brand. */
  posesAsBrand: RegExp
  /** Somebody asks for a code, a password, a card, an identity paper. */
  asksSecret: RegExp
  /** Somebody leads away into a private talk. */
  privateContact: RegExp
  /** Advice against law or contract. */
  illegalAdvice: RegExp
  crisis: Readonly<Record<'fraud' | 'legal' | 'press' | 'danger' | 'discrimination' | 'viral', RegExp>>
}
