// What can be said to a person: plain turns, without cards and without HTML; a desk draws them its own way.

export interface Say {
  kind: 'say'
  text: string
}

export interface Ask {
  kind: 'ask'
  /** The field the answer fills. */
  field: string
  text: string
  /** What stands there already and may be kept; null for nothing. */
  current: string | null
  required: boolean
}

export interface Choice {
  kind: 'choice'
  field: string
  text: string
  options: readonly { value: string; label: string }[]
}

export type Turn = Say | Ask | Choice

export const say = (text: string): Say => ({ kind: 'say', text })
