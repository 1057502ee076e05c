// The Microsoft 365 Agents Playground: a Teams client that runs offline, started beside the bot it talks to.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const program = join(import.meta.dirname, '../../node_modules/@microsoft/m365agentsplayground/cli.js')

/** Who uses it and where, as its own configuration names them. */
export const playgroundUser = {
  id: 'user-id-0',
  name: 'Alex Wilber',
  aadObjectId: '00000000-0000-0000-0000-0000000000020',
}
export const announcements = 'channel-announcements-id'

export interface Playground {
  url: string
  serviceUrl: string
  close(): Promise<void>
}

/** A port that was free a moment ago: the bot must know it before the Playground starts. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

export const serviceUrlAt = (port: number): string => `http://127.0.0.1:${port}/_connector`

/** @param endpoint of the bot. */
export async function openPlayground(endpoint: string, port: number): Promise<Playground> {
  const folder = await mkdtemp(join(tmpdir(), 'entraide-playground-'))
  const child = spawn(
    process.execPath,
    [program, 'start', '-e', endpoint, '-c', 'msteams', '-p', String(port), '--disable-telemetry'],
    {
      cwd: folder,
      env: { ...process.env, TEAMSAPPTESTER_BROWSER: 'none' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  await listening(child)
  return {
    url: `http://127.0.0.1:${port}`,
    serviceUrl: serviceUrlAt(port),
    async close() {
      child.kill('SIGKILL')
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function listening(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = ''
    const hear = (piece: Buffer) => {
      said += piece.toString()
      if (said.includes('Listening on')) resolve()
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('exit', (code) => reject(new Error(`The Playground ended with ${code}: ${said}`)))
  })
}
