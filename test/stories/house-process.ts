// The server as its operator runs it, in a process of its own that can be killed at any moment.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { resolve } from 'node:path'

const main = resolve(import.meta.dirname, '../../src/main.ts')

export interface HouseProcess {
  pid: number | undefined
  /** True once it says that it listens; false when it ended before. */
  opened: Promise<boolean>
  /** What it has printed so far. */
  printed(): string
  /** SIGKILL; resolves once it is dead. */
  kill(): Promise<void>
}

/** @param configFile its entraide.json, the only source of its settings. */
export function startHouseProcess(configFile: string, ...args: string[]): HouseProcess {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !name.startsWith('ENTRAIDE_')),
  )
  const child = spawn(process.execPath, [main, ...args], {
    env: { ...env, ENTRAIDE_CONFIG: configFile },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const ended = once(child, 'close')
  let printed = ''
  return {
    pid: child.pid,
    printed: () => printed,
    opened: new Promise((told) => {
      child.stdout.setEncoding('utf8').on('data', (piece: string) => {
        printed += piece
        if (printed.includes('Start here')) told(true)
      })
      child.stdout.on('close', () => told(false))
    }),
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
  }
}

/** A port that is free now, for a server that must come back at the same address. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address !== null ? address.port : 0
}
