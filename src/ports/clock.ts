// Time comes in through here, so that a test or a replay can hold it still.

export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number
}
