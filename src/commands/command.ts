// What a command is, and what most of them begin with: the configuration and an open house.
import { type ParseArgsConfig, parseArgs } from 'node:util'
import { type Config, readConfig } from '../config.ts'
import { type House, type Outside, openHouse } from '../house.ts'
import { randomIds } from '../ids.ts'
import { createLog } from '../log.ts'
import { systemClock } from '../time/index.ts'

export interface Command {
  summary: string
  usage: string
  /** @returns the exit code; throws with a message for the operator. */
  run(args: readonly string[]): Promise<number>
}

export const outside: Outside = {
  clock: systemClock,
  ids: randomIds,
  log: createLog((line) => console.error(line), systemClock.now),
}

/** The configuration, or an error that lists each mistake and how to mend it. */
export function configured(overrides: Partial<Config> = {}): Config {
  const read = readConfig(overrides)
  if (read.kind === 'read') return read.config
  throw new Error(
    ['The configuration has mistakes:', ...read.errors.map((error) => `  - ${error}`)].join('\n'),
  )
}

/** Runs `work` in an open house and closes it whatever happens. */
export async function inHouse<T>(
  config: Config,
  work: (house: House) => Promise<T>,
  around: Outside = outside,
): Promise<T> {
  const opened = await openHouse(config, around)
  if (opened.kind === 'refused') throw new Error(opened.reason)
  try {
    return await work(opened.house)
  } finally {
    await opened.house.close()
  }
}

/** The command was called wrongly: nothing was tried, and the exit code says so. */
export class UsageError extends Error {
  constructor(message: string, usage: string) {
    super(`${message}\nUsage: entraide ${usage}`)
  }
}

/** Arguments by name and place; an unknown one is an error that says how the command is used. */
export function argumentsOf<T extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: T,
  usage: string,
) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error), usage)
  }
}

/** The one place argument of a command. */
export function placeOf(positionals: readonly string[], usage: string): string {
  const [only, ...more] = positionals
  if (only === undefined) throw new UsageError('An argument is missing.', usage)
  noPlace(more, usage)
  return only
}

/** For commands, or the rest of a command, without place arguments. */
export function noPlace([first]: readonly string[], usage: string): void {
  if (first !== undefined) throw new UsageError(`"${first}" is one argument too many.`, usage)
}
