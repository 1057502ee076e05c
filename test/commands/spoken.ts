// What a command says on the screen, and how it ends.
import { jest } from '@jest/globals'
import { commands } from '../../src/commands/index.ts'

export interface Spoken {
  code: number
  out: string[]
  err: string[]
}

/** Runs a command of this process; what it throws is thrown on. */
export async function run(name: string, ...args: string[]): Promise<Spoken> {
  const out: string[] = []
  const err: string[] = []
  const log = jest.spyOn(console, 'log').mockImplementation((line) => void out.push(String(line)))
  const error = jest.spyOn(console, 'error').mockImplementation((line) => void err.push(String(line)))
  const write = jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out.push(String(text))
    return true
  })
  try {
    const command = commands[name]
    if (!command) throw new Error(`There is no command "${name}".`)
    return { code: await command.run(args), out, err }
  } finally {
    for (const spy of [log, error, write]) spy.mockRestore()
  }
}
