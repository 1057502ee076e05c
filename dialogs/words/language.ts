// What a language must bring to speak for a brand; the compiler names what is missing.

/**
 * Ways to say one thing. `{name}` is a slot, `{tu form|vous form}` a choice of register.
 * A line whose slot has nothing to hold is passed over, so every list keeps a line without names.
 */
export type Lines = readonly string[]

export type DraftKind =
  | 'acknowledge'
  | 'validate'
  | 'complete'
  | 'correct'
  | 'answer'
  | 'handOver'
  | 'warn'
  | 'escalate'
  | 'thank'

export type ClosedReason = 'night' | 'weekend' | 'holiday' | 'closure'

export interface ReplyWords {
  greeting: Lines
  /** `{within}` holds the time in which a human answers. */
  acknowledgeOpen: Lines
  /** `{when}` holds the moment at which a human is back. */
  acknowledgeClosed: Readonly<Record<ClosedReason, Lines>>
  acknowledgeUnknown: Lines
  validate: Lines
  complete: Lines
  completeLead: Lines
  correct: Lines
  correctLead: Lines
  answerClose: Lines
  linkLead: Lines
  handOver: Lines
  /** `{callBack}` holds the link to the call-back form. */
  handOverForm: Lines
  warn: Lines
  escalate: Lines
  thank: Lines
  /** A duration in minutes, in words that follow "within" / "d'ici". */
  duration(minutes: number): string
  /** Words that lose their capital after a colon; any other may be a name. */
  smallWords: ReadonlySet<string>
  /** First words that lean on the sentence before: such a sentence does not stand alone. */
  leaning: ReadonlySet<string>
  /** Words too common to tell one fact from another. */
  common: ReadonlySet<string>
  /** True when a sentence addresses its reader in the other register. */
  offRegister(text: string, register: 'tu' | 'vous'): boolean
}

export interface DeskWords {
  kinds: Readonly<Record<DraftKind, string>>
  decided: Readonly<Record<'approve' | 'edit' | 'reject' | 'stop', string>>
  changed: Readonly<Record<'post' | 'edit' | 'deletion' | 'entry' | 'humanReply' | 'decided', string>>
  staleLead: string
  cannot: Readonly<Record<CannotReason, string>>
  /** Labels of a review card. */
  card: Readonly<
    Record<
      | 'asks'
      | 'answers'
      | 'entry'
      | 'said'
      | 'missing'
      | 'contradicted'
      | 'risk'
      | 'draft'
      | 'approve'
      | 'edit'
      | 'send'
      | 'reject'
      | 'reason'
      | 'byNobody'
      | 'by'
      | 'withdrawn'
      | 'strangers'
      | 'gone'
      | 'second',
      string
    >
  >
  /** A verdict on a member's answer, short. */
  verdicts: Readonly<
    Record<'supported' | 'incomplete' | 'contradicted' | 'unrelated' | 'risky' | 'unknown', string>
  >
}

/** Why no reply could be worded: a human writes it. */
export type CannotReason =
  | 'noEntry'
  | 'noAnswer'
  | 'nothingToAdd'
  | 'nothingToCorrect'
  | 'noReference'
  | 'tooLong'
  | 'factOutside'

export interface Language {
  code: 'fr' | 'en'
  reply: ReplyWords
  desk: DeskWords
}
