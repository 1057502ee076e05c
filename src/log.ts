// The operator's log on standard error: one readable line a fact.
import type { Log, LogFields } from './ports/index.ts'

/** @param write takes one line without its end. */
export function createLog(write: (line: string) => void, now: () => number): Log {
  const line =
    (level: string) =>
    (message: string, fields: LogFields = {}) => {
      const details = Object.entries(fields).map(([name, value]) => ` ${name}=${JSON.stringify(value)}`)
      write(`${new Date(now()).toISOString()} ${level} ${message}${details.join('')}`)
    }
  return { info: line('info '), warn: line('warn '), error: line('error') }
}

export const silentLog: Log = { info() {}, warn() {}, error() {} }
