// The generated part of docs/policy.md: the states as they were seen to change, and the rules by their rank.
import { rulesByRank } from '../../src/policy/index.ts'

export const begin = '<!-- drawn from the code -->'
export const end = '<!-- end of what is drawn -->'

/** @param transitions "from > to", as random lives showed them. */
export function drawn(transitions: Iterable<string>): string {
  const arrows = [...transitions].toSorted().map((one) => `  ${one.replace(' > ', ' --> ')}`)
  const rules = rulesByRank().map(({ name, sentence }, rank) => `| ${rank + 1} | \`${name}\` | ${sentence} |`)
  return [
    begin,
    '```mermaid',
    'stateDiagram-v2',
    '  [*] --> rootless',
    ...arrows,
    '  gone --> [*]',
    '```',
    '',
    '| rank | rule | when it speaks |',
    '|---|---|---|',
    ...rules,
    end,
  ].join('\n')
}
