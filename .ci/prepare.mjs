// Makes a fresh clone ready: installs the packages when the lock file is newer, and builds the console.
// Runs on the host's own Node (20 or newer); everything after it runs on the pinned one.
// With --test it also finds a Chromium and a PostgreSQL for the tests, installing Debian's where it may.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const at = (path) => join(root, path)
const modified = (path) => (existsSync(path) ? statSync(path).mtimeMs : 0)

function run(what, command, args, hint) {
  const done = spawnSync(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] })
  if (done.status === 0) return
  console.error(`\n${what} failed (${command} ${args.join(' ')}).\n${hint}`)
  process.exit(1)
}

function newest(folder) {
  if (!existsSync(folder)) return 0
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.name !== 'dist')
    .map((entry) =>
      entry.isDirectory() ? newest(join(folder, entry.name)) : modified(join(folder, entry.name)),
    )
    .reduce((a, b) => Math.max(a, b), 0)
}

function packages() {
  if (modified(at('node_modules/.package-lock.json')) >= modified(at('package-lock.json'))) return
  console.log('Installing packages (once; a few minutes) ...')
  run(
    'Installing',
    'npm',
    ['install', '--no-audit', '--no-fund', '--loglevel=error'],
    'Check that npm reaches its registry, then run the same command again.',
  )
}

function consoleBundle() {
  const source = at('src/desks/console')
  if (!existsSync(join(source, 'build.ts'))) return
  if (modified(join(source, 'dist/index.html')) >= newest(source)) return
  console.log('Building the console ...')
  run(
    'Building the console',
    at('node_modules/.bin/node'),
    [join(source, 'build.ts')],
    'Run npm install and try again.',
  )
}

const onPath = (name) =>
  (process.env.PATH ?? '')
    .split(':')
    .map((folder) => join(folder, name))
    .find(existsSync)
const chromium = () =>
  process.env.ENTRAIDE_CHROMIUM ?? ['chromium', 'chromium-browser', 'google-chrome'].map(onPath).find(Boolean)
const postgres = () => {
  const versions = '/usr/lib/postgresql'
  const debian = existsSync(versions)
    ? readdirSync(versions).map((version) => join(versions, version, 'bin/postgres'))
    : []
  return [onPath('postgres'), ...debian].find((path) => path && existsSync(path))
}

function testTools() {
  const wanted = [
    ...(chromium() ? [] : ['chromium']),
    ...(postgres() || process.env.ENTRAIDE_TEST_POSTGRES === 'off' ? [] : ['postgresql']),
  ]
  if (wanted.length === 0) return
  const command = `apt-get update && apt-get install -y --no-install-recommends ${wanted.join(' ')}`
  if (process.getuid?.() !== 0 || !onPath('apt-get')) {
    console.warn(`The tests need ${wanted.join(' and ')}. Install with: sudo sh -c '${command}'`)
    return
  }
  console.log(`Installing ${wanted.join(' and ')} for the tests ...`)
  run(
    'Installing test tools',
    'sh',
    ['-c', `${command.replaceAll('apt-get', 'apt-get -qq')} >/dev/null`],
    `Install ${wanted.join(' and ')} by hand.`,
  )
}

packages()
consoleBundle()
if (process.argv.includes('--test')) testTools()
