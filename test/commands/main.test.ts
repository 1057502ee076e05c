// The command line as a process: what it says and the code it ends with.
import { execFile } from 'node:child_process'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from '@jest/globals'
import { startHouseProcess } from '../stories/house-process.ts'
import { openWorkplaces } from './workplace.ts'

const place = openWorkplaces()
const main = resolve(import.meta.dirname, '../../src/main.ts')

interface Ended {
  code: number
  stdout: string
  stderr: string
}

async function start(...args: string[]): Promise<Ended> {
  try {
    return { code: 0, ...(await promisify(execFile)(process.execPath, [main, ...args])) }
  } catch (error) {
    return error as Ended
  }
}

test.each([
  [['frobnicate'], /There is no command "frobnicate"[\s\S]*Usage/],
  [['--colour'], /Unknown option '--colour'[\s\S]*Usage: entraide serve/],
  [['export', '--all'], /Unknown option '--all'[\s\S]*Usage: entraide export/],
  [['check', 'everything'], /"everything" is one argument too many/],
  [['import'], /An argument is missing[\s\S]*Usage: entraide import FILE/],
])('%j ends with code 2 and says how it is used', async (args, said) => {
  const { code, stdout, stderr } = await start(...args)
  expect(code).toBe(2)
  expect(stderr).toMatch(said)
  expect(stdout).toBe('')
})

test('--help lists the commands and ends well', async () => {
  const { code, stdout } = await start('--help')
  expect(code).toBe(0)
  for (const name of [
    'serve',
    'replay',
    'simulate',
    'eval',
    'import',
    'export',
    'migrate',
    'backup',
    'restore',
    'check',
  ])
    expect(stdout).toContain(`  ${name} `)
})

test('what goes wrong later ends with code 1 and no stack', async () => {
  const { code, stderr } = await start('restore', 'nothing-there.sqlite')
  expect(code).toBe(1)
  expect(stderr.trim()).toBe('There is no file nothing-there.sqlite.')
})

test('--empty starts without the demonstration: no page, no entry, and it says where to begin', async () => {
  const house = startHouseProcess(place.path('entraide.json'), '--empty', '--port', '0')
  expect(await house.opened).toBe(true)
  expect(house.printed()).toMatch(/Start here +http:\/\/127\.0\.0\.1:\d+\//)
  expect(house.printed()).toMatch(/Community page +none yet: .*"pages"/)
  await house.kill()
  const [pages, entries] = await place.withStore((store) =>
    store.read(async (tx) => [await tx.settings(), await tx.entries()] as const),
  )
  expect([pages, entries]).toEqual([[], []])
})

test('a second one at the same port says so and ends, and the first goes on', async () => {
  const first = startHouseProcess(place.path('entraide.json'), '--empty', '--port', '0')
  expect(await first.opened).toBe(true)
  const [address = '', port = ''] = /http:\/\/127\.0\.0\.1:(\d+)\//.exec(first.printed()) ?? []
  const { code, stdout, stderr } = await start('--empty', '--port', port)
  expect(code).toBe(1)
  expect(stderr).toContain(`Port ${port} is taken`)
  expect(stdout).toBe('')
  expect((await fetch(address)).status).toBe(200)
  await first.kill()
})
