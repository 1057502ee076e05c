// The operator's log: one line a fact, never a secret and never what a customer wrote.

export type LogFields = Readonly<Record<string, string | number | boolean | null>>

export interface Log {
  info(message: string, fields?: LogFields): void
  warn(message: string, fields?: LogFields): void
  error(message: string, fields?: LogFields): void
}
