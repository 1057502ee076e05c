// A real PostgreSQL of the tests' own: the machine's binaries, a temporary folder, loopback alone, never as root.
import { execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import pg from 'pg'

export interface TestPostgres {
  /** postgres://... of an empty database; each call makes another one. */
  database(): Promise<string>
  stop(): Promise<void>
}

/** Turned off on purpose: the tests say so instead of passing falsely. */
export const postgresIsOff = process.env.ENTRAIDE_TEST_POSTGRES === 'off'

const user = 'entraide'
const startMs = 30_000

/** Throws with what to do where there is no PostgreSQL. */
export async function startPostgres(): Promise<TestPostgres> {
  const bin = binaries()
  const folder = mkdtempSync(join(tmpdir(), 'entraide-pg-'))
  const owner = unprivileged()
  if (owner) chownSync(folder, owner.uid, owner.gid)
  const data = join(folder, 'data')
  run(
    join(bin, 'initdb'),
    ['-D', data, '-U', user, '-A', 'trust', '--no-sync', '-E', 'UTF8', '--locale=C'],
    owner,
  )
  const port = await freePort()
  const settings = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: folder,
    fsync: 'off',
    max_connections: '60',
  }
  const server = spawn(
    join(bin, 'postgres'),
    ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
      ...(owner && { uid: owner.uid, gid: owner.gid }),
    },
  )
  await ready(server)
  const url = (name: string) => `postgres://${user}@127.0.0.1:${port}/${name}`
  let made = 0
  return {
    async database() {
      made += 1
      await createDatabase(url('postgres'), `test${made}`)
      return url(`test${made}`)
    },
    async stop() {
      const over = new Promise((resolve) => server.once('exit', resolve))
      server.kill('SIGINT')
      await over
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function createDatabase(server: string, name: string): Promise<void> {
  const client = new pg.Client(server)
  await client.connect()
  await client.query(`create database ${name}`)
  await client.end()
}

function binaries(): string {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).toSorted((a, b) => Number(b) - Number(a)) : []
  const folders = [
    ...(process.env.PATH ?? '').split(delimiter),
    ...versions.map((version) => join(debian, version, 'bin')),
  ]
  const found = folders.find(
    (folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')),
  )
  if (found) return found
  throw new Error(
    'No PostgreSQL on this machine: install it (Debian: apt-get install postgresql), or set ENTRAIDE_TEST_POSTGRES=off to leave its tests out.',
  )
}

/** PostgreSQL refuses root: its own account, or nobody. */
function unprivileged(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null
  const id = (what: string, name: string) => Number(execFileSync('id', [what, name], { encoding: 'utf8' }))
  try {
    return { uid: id('-u', 'postgres'), gid: id('-g', 'postgres') }
  } catch {
    return { uid: id('-u', 'nobody'), gid: id('-g', 'nobody') }
  }
}

function run(command: string, args: readonly string[], owner: { uid: number; gid: number } | null): void {
  execFileSync(command, [...args], { stdio: ['ignore', 'ignore', 'pipe'], ...(owner && owner) })
}

function ready(server: ReturnType<typeof spawn>): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = ''
    const late = setTimeout(() => reject(new Error(`PostgreSQL did not start:\n${said}`)), startMs)
    server.once('exit', () => reject(new Error(`PostgreSQL stopped:\n${said}`)))
    server.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      if (!said.includes('ready to accept connections')) return
      clearTimeout(late)
      resolve()
    })
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
