// What always holds of a thread, over twenty thousand random lives; and the mutants of the rules that this catches.
import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { PageSettings, Thread, ThreadEvent } from '../../src/policy/index.ts'
import * as policy from '../../src/policy/index.ts'
import { checkLives } from './check-life.ts'
import { aPost, begins, judgementOf } from './life.ts'
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

describe('the same events in any order, some twice', () => {
  const settings: PageSettings = {
    ...policy.defaultSettings({ pageId: 'p', channel: 'stage', brand: 'B', name: 'P' }),
    country: null,
  }
  const facts: ThreadEvent[] = [
    { kind: 'posted', post: aPost('q', 'asker', begins) },
    { kind: 'posted', post: aPost('p1', 'noe', begins + 60_000) },
    { kind: 'posted', post: aPost('p2', 'lea', begins + 120_000) },
    { kind: 'posted', post: aPost('p3', 'asker', begins + 180_000) },
    { kind: 'edited', externalId: 'p1', text: 'first', version: 10 },
    { kind: 'edited', externalId: 'p1', text: 'second', version: 20 },
    { kind: 'deleted', externalId: 'p2' },
    { kind: 'liked', externalId: 'p1', likes: 3 },
    { kind: 'liked', externalId: 'p1', likes: 5 },
  ]

  const lived = (events: readonly ThreadEvent[]): Thread => {
    const now = begins + 600_000
    const tell = (thread: Thread, event: ThreadEvent) => policy.step(thread, event, { now, settings }).thread
    const opened = policy.openThread({ id: 't', channel: 'stage', pageId: 'p', externalId: 'q' }, begins)
    const told = events.reduce(tell, opened)
    const about = { matched: true, verdict: 0, post: 0, crisis: false, secret: false, pii: false }
    return tell(told, { kind: 'judged', judgement: judgementOf(told, about, now) })
  }
  /** How it came about may differ; what stands may not. */
  const standing = ({ posts, version, state, known, openedAt, wakeAt, suggestion, judgement }: Thread) => ({
    posts,
    version,
    state,
    known,
    openedAt,
    wakeAt,
    judgement,
    suggestion: suggestion && { kind: suggestion.kind, postIds: suggestion.postIds },
  })

  test('end in the same thread', () => {
    const whole = standing(lived(facts))
    const shuffled = fc
      .tuple(fc.shuffledSubarray(facts, { minLength: facts.length }), fc.subarray(facts))
      .chain(([all, twice]) =>
        fc.shuffledSubarray([...all, ...twice], { minLength: all.length + twice.length }),
      )
    // A like counted late may not outrank a newer one, so that its order alone is free as well.
    fc.assert(
      fc.property(shuffled, (events) => {
        // An edit or a like of a post that never came has nothing to hold on to until it does.
        expect(standing(lived([...events, ...facts.filter(({ kind }) => kind === 'liked')]))).toEqual(whole)
      }),
      { numRuns: 2_000, seed },
    )
  })
})

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
    'return asks && !judgement.answers.some(({ substantive }) => substantive)',
    'return asks',
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
  ['hands over twice', 'rules/private-question.ts', "didOrDoes(thread, 'handOver') ||", ''],
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
    'settings.brake !== null || thread.crisis !== null || act.approvalsNeeded > 1',
    'act.approvalsNeeded > 1',
  ],
  ['speaks under a deleted question', 'rules/index.ts', '  gone,\n  rootless,', '  rootless,'],
  ['does not stop a reply under a deleted question', 'machine.ts', '  stopReplies,\n', ''],
  ['overlooks a colleague’s reply', 'rules/index.ts', '  humanReplied,\n', ''],
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
      const caught = await promisify(execFile)(process.execPath, [program, join(home, 'index.ts'), '4000'], {
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
