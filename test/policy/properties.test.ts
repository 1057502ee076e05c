// What always holds of a thread, over twenty thousand random lives; every rule and every change of state is seen in them.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import * as policy from '../../src/policy/index.ts'
import { checkLives } from './check-life.ts'
import { begin, drawn, end } from './page.ts'

const lives = 20_000
const seed = Number(process.env.SEED ?? 20_261_125)
const root = join(import.meta.dirname, '../..')

test(`every invariant holds, every rule speaks, every state is reached and left (${lives} lives, seed ${seed})`, async () => {
  const { rules, transitions } = checkLives(policy, lives, seed)
  expect(policy.rulesByRank().filter(({ name }) => !rules.has(name))).toEqual([])
  expect([...transitions].toSorted()).toEqual(expect.arrayContaining(expectedTransitions))
  if (process.env.SEED === undefined) await expectPage(drawn(transitions))
}, 300_000)

/** docs/policy.md shows what the code does; ENTRAIDE_DOCS=1 draws it again. */
async function expectPage(now: string): Promise<void> {
  const file = join(root, 'docs/policy.md')
  const page = await readFile(file, 'utf8')
  const [before = '', rest = ''] = page.split(begin)
  const [, after = ''] = rest.split(end)
  if (process.env.ENTRAIDE_DOCS === '1') await writeFile(file, `${before}${now}${after}`)
  else expect(page).toContain(now)
}

const expectedTransitions = [
  'rootless > waiting',
  'waiting > drafted',
  'waiting > escalated',
  'waiting > answered',
  'waiting > settled',
  'waiting > gone',
  'drafted > waiting',
  'drafted > answered',
  'drafted > escalated',
  'drafted > handedOver',
  'drafted > gone',
  'answered > drafted',
  'answered > settled',
  'escalated > drafted',
  'escalated > waiting',
  'escalated > gone',
  'settled > waiting',
  'handedOver > settled',
]
