// What the knowledge says of a post, a question and an answer: always with its evidence and its doubt.

export type Verdict = 'supported' | 'incomplete' | 'contradicted' | 'unrelated' | 'risky' | 'unknown'
export type KnownVerdict = Exclude<Verdict, 'unknown'>
export const verdicts: readonly KnownVerdict[] = [
  'supported',
  'incomplete',
  'contradicted',
  'unrelated',
  'risky',
]

export type PostKind = 'question' | 'complaint' | 'praise' | 'chitchat' | 'spam'
export const postKinds: readonly PostKind[] = ['question', 'complaint', 'praise', 'chitchat', 'spam']

export type PiiKind = 'iban' | 'card' | 'phone' | 'email' | 'nir' | 'account' | 'address'
export type CrisisReason = 'fraud' | 'legal' | 'press' | 'danger' | 'discrimination' | 'viral' | 'other'

/** UTF-16 offsets in the text that was judged; `end` is not included. */
export interface Span {
  start: number
  end: number
}

export interface Screening {
  lang: 'fr' | 'en' | 'other'
  kind: PostKind
  /** 0..1 */
  kindConfidence: number
  private: { value: boolean; confidence: number; evidence: readonly Span[] }
  crisis: { value: boolean; confidence: number; reasons: readonly CrisisReason[]; evidence: readonly Span[] }
  pii: readonly { kind: PiiKind; span: Span }[]
  scam: { value: boolean; evidence: readonly Span[] }
  /** It may answer something: not "me too", thanks, or a bare emoji. */
  substantive: boolean
}

export interface Candidate {
  entryId: string
  /** Calibrated, 0..1. */
  confidence: number
  /** The phrasing of the entry that came nearest, and the words shared with it. */
  evidence: { variant: string; words: readonly string[] }
}

export interface Match {
  /** Best first. */
  candidates: readonly Candidate[]
  decision:
    | { kind: 'entry'; entryId: string; confidence: number }
    /** Two entries are too near to choose. */
    | { kind: 'near'; entryIds: readonly [string, string]; confidence: number }
    | { kind: 'none'; confidence: number }
}

export interface KeyPointFinding {
  index: number
  state: 'said' | 'contradicted' | 'absent'
  /** The question needs it for a complete answer. */
  needed: boolean
  confidence: number
  /** The words of the reply that show it. */
  quote: Span | null
  conflict: { kind: string; said: string; expected: string } | null
}

export type RiskKind =
  | 'foreign-phone'
  | 'foreign-link'
  | 'foreign-mail'
  | 'foreign-account'
  | 'poses-as-brand'
  | 'asks-secret'
  | 'private-contact'
  | 'illegal-advice'

export interface Risk {
  kind: RiskKind
  span: Span
  text: string
}

export interface Assessment {
  entryId: string | null
  verdict: Verdict
  /** Of the verdict, calibrated, 0..1. */
  confidence: number
  /** May be acted on unread: of those called supported and sure, one in a hundred at most is wrong or risky. */
  sure: boolean
  probabilities: Readonly<Record<KnownVerdict, number>>
  keyPoints: readonly KeyPointFinding[]
  risks: readonly Risk[]
  basis: 'facts' | 'model'
  /** What a second judge thinks, where one is set up and could be asked. */
  second?: SecondOpinion
}

/** A second reader's verdict with its reason; it can raise a doubt, never settle one. */
export interface SecondOpinion {
  verdict: KnownVerdict
  /** One sentence, shown to the moderator as it came. */
  reason: string
}

export interface SecondJudgeInput {
  question: string
  reply: string
  lang: 'fr' | 'en'
  entryQuestion: string
  answer: string
  keyPoints: readonly string[]
}

/** Another reader of the same answers; null where it cannot be asked, does not answer in time, or answers nonsense. */
export interface SecondJudge {
  judge(items: readonly SecondJudgeInput[]): Promise<(SecondOpinion | null)[]>
}

/** A text as unit vectors: what it means, and how it sounds (calm, angry, asking, threatening). */
export interface Vectors {
  meaning: Float32Array
  sound: Float32Array
}

/** Vectors of one width. */
export interface Rows {
  /** Dimensions of each. */
  width: number
  /** One after the other. */
  vectors: Float32Array
}

export interface Heard extends Vectors {
  /** Unit vectors of its pieces (words and parts of words), as the encoder reads them. */
  pieces: Rows
}

export interface TextToRead {
  text: string
  role: 'query' | 'passage'
}

export interface Encoder {
  embed(texts: readonly TextToRead[]): Promise<Vectors[]>
  /** The same with each text's pieces: of posts, and of what they are held against piece by piece. */
  hear(texts: readonly TextToRead[]): Promise<Heard[]>
  /**
   * Inner products of each vector of the one with each of the other; nothing where one has none.
   * @returns a row each of `asked`, a column each of the parts of `held`, one after the other.
   */
  products(asked: Rows, held: readonly Rows[]): Promise<Float32Array>
}

/** A post beside an entry that it may ask for. */
export interface VerifyInput {
  post: string
  question: string
  /** Another way of asking the same, the nearest to the post; null where there is none. */
  phrasing: string | null
  answer: string
}

/** Reads a post together with an entry: slower and closer than comparing their vectors. */
export interface Verifier {
  /** How well each answers to its post: log-odds against "none of the entries", in their order. */
  score(items: readonly VerifyInput[]): Promise<number[]>
}

export interface JudgeInput {
  question: string
  reply: string
  lang: 'fr' | 'en'
  entryQuestion: string
  keyPoints: readonly string[]
  /** One a key point: "=", "≠ 30 €", "?" or "" where the point holds no fact. */
  cues: readonly string[]
  /** A kind of contact in the reply that is not the brand's: "phone", "link", "mail". */
  strange: string | null
}

export interface JudgeOutput {
  /** In the order of `verdicts`, summing to 1. */
  verdict: readonly number[]
  /** A key point each: absent, said, contradicted; summing to 1. */
  keyPoints: readonly (readonly number[])[]
}

/** Judges an answer against an entry's key points; null where it cannot. */
export interface AnswerJudge {
  judge(items: readonly JudgeInput[]): Promise<(JudgeOutput | null)[]>
}

/** What was learned from texts; they are used together or not at all. */
export interface TextModels {
  encoder: Encoder
  verifier: Verifier
  judge: AnswerJudge
}
