// Where a form may lead after signing in.
import { expect, it } from '@jest/globals'
import { safeNext } from '../../../src/http/people/form.ts'

it.each([
  ['/c/luma?q=a', '/c/luma?q=a'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['/\t/evil.example', '/'],
  ['https://evil.example', '/'],
  ['javascript:alert(1)', '/'],
  [null, '/'],
])('%s goes on to %s', (next, expected) => {
  expect(safeNext(next)).toBe(expected)
})
