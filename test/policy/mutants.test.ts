// Each mutant is the policy with one thing wrong; the random lives must find every one of them.
import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

const root = join(import.meta.dirname, '../..')

/** Each is a rule or a part of the machine with one thing wrong. */
const mutants: readonly [name: string, file: string, from: string, to: string][] = [
  [
    'acknowledges again',
    'situation.ts',
    "if (acts.some(({ state }) => state !== 'rejected')) return false",
    '',
  ],
  [
    'acknowledges though a member answered',
    'situation.ts',
    'return asksSomething(judgement) && !judgement.answers.some(({ substantive }) => substantive)',
    'return asksSomething(judgement)',
  ],
  ['answers inside the window', 'rules/community-first.ts', 'now < windowEndsAt', 'now > windowEndsAt'],
  [
    'validates what contradicts',
    'rules/supported-answer.ts',
    "assessment?.verdict === 'supported' && !spoken",
    '!spoken',
  ],
  [
    'validates twice',
    'rules/supported-answer.ts',
    "assessment?.verdict === 'supported' && !spoken.has(post.id)",
    "assessment?.verdict === 'supported'",
  ],
  ['warns twice', 'rules/risky-answer.ts', '!warned.has(post.id) &&', ''],
  [
    'corrects twice',
    'rules/wrong-answer.ts',
    "assessment?.verdict === 'contradicted' && !corrected.has(post.id)",
    "assessment?.verdict === 'contradicted'",
  ],
  ['hands over twice', 'rules/private-question.ts', "|| didOrDoes(thread, 'handOver')", ''],
  ['lets a draft outlive a change', 'reconcile.ts', 'open.threadVersion === thread.version &&', ''],
  [
    'takes a stale approval',
    'review.ts',
    'if (review.threadVersion !== thread.version || open.threadVersion !== thread.version)',
    'if (false)',
  ],
  [
    'sends a holding statement on one approval',
    'review.ts',
    'if (counted.length < open.approvalsNeeded)',
    'if (counted.length < 1)',
  ],
  [
    'acts by itself under the brake',
    'reconcile.ts',
    'brakeOn(thread, settings) !== null || thread.crisis !== null || act.approvalsNeeded > 1',
    'act.approvalsNeeded > 1',
  ],
  ['speaks under a deleted question', 'rules/index.ts', '  gone,\n  rootless,', '  rootless,'],
  ['does not stop a reply under a deleted question', 'machine.ts', '  stopReplies,\n', ''],
  ['lets the clocks run beside a colleague’s reply', 'machine.ts', '  humanSigns,\n', ''],
  [
    'goes over what a colleague has read',
    'situation.ts',
    'answers.filter(({ post }) => post.at > read)',
    'answers',
  ],
  [
    'lets a reply leave after a colleague’s',
    'stop.ts',
    'const human = humanReply(thread)',
    'const human = null',
  ],
  [
    'overtakes silently',
    'judge.ts',
    'return { thread: { ...judged, crisis: { reasons, since: now } }, orders }',
    'return { thread: { ...judged, crisis: { reasons, since: now } }, orders: [] }',
  ],
  ['drafts beside a reply under way', 'rules/index.ts', '  inFlight,\n', ''],
  ['forgets to rest when settled', 'wake.ts', 'at !== null && at > now', 'at !== null'],
]

describe('mutants are caught', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'entraide-mutants-'))
    await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
    await writeFile(join(folder, 'package.json'), '{"type":"module"}')
    await cp(join(root, 'knowledge'), join(folder, 'knowledge'), { recursive: true })
    await mkdir(join(folder, 'src'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  test.each(mutants)(
    '%s',
    async (_, file, from, to) => {
      const home = join(folder, 'src', `policy-${Math.random().toString(36).slice(2)}`)
      await cp(join(root, 'src/policy'), home, { recursive: true })
      const place = join(home, file)
      const source = await readFile(place, 'utf8')
      expect(source).toContain(from)
      await writeFile(place, source.replace(from, to))
      const program = join(root, 'test/policy/check-life.ts')
      const caught = await promisify(execFile)(process.execPath, [program, join(home, 'index.ts'), '20000'], {
        cwd: folder,
      }).then(
        () => '',
        (error: { stderr: string }) => error.stderr,
      )
      expect(caught).toMatch(/Property failed/)
    },
    120_000,
  )
})
