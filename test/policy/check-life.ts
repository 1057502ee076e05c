// Checks every invariant over random lives; also run as a program, over a policy named in its arguments.
import fc from 'fast-check'
import { invariants } from './invariants.ts'
import { live, lives, type Moment, type Policy } from './life.ts'

export interface Seen {
  rules: Set<string>
  transitions: Set<string>
}

/** Throws with the shortest life that breaks an invariant. @param runs how many lives. */
export function checkLives(policy: Policy, runs: number, seed: number): Seen {
  const seen: Seen = { rules: new Set(), transitions: new Set() }
  fc.assert(
    fc.property(lives, (moves) => {
      live(policy, moves, (moment: Moment) => {
        for (const [name, broken] of Object.entries(invariants)) {
          const how = broken(moment)
          if (how !== null) throw new Error(`${name}: ${how}, at ${moment.event.kind}`)
        }
        seen.rules.add(moment.after.why.rule)
        if (moment.before.state !== moment.after.state)
          seen.transitions.add(`${moment.before.state} > ${moment.after.state}`)
      })
    }),
    { numRuns: runs, seed, endOnFailure: process.argv[2] !== undefined },
  )
  return seen
}

const [path, runs = '500'] = process.argv.slice(2)
if (path?.endsWith('index.ts')) {
  const policy = (await import(path)) as Policy
  checkLives(policy, Number(runs), 7)
}
