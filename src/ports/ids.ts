// Randomness comes in through here.

export interface Ids {
  /** A new unguessable identity, URL-safe. */
  next(): string
  /** A reference a customer can read out on the phone, e.g. "R-7F3K2". */
  reference(): string
}
