// The due queue against a plain list, whatever is set, moved and taken out.
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { createDueQueue } from '../../../src/play/week/due-queue.ts'

test('the first is always the earliest moment that still holds', () => {
  const change = fc.tuple(
    fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    fc.option(fc.integer({ min: 0, max: 20 })),
  )
  fc.assert(
    fc.property(fc.array(change, { maxLength: 60 }), (changes) => {
      const queue = createDueQueue()
      const plain = new Map<string, number>()
      for (const [id, at] of changes) {
        queue.set(id, at)
        if (at === null) plain.delete(id)
        else plain.set(id, at)
        const first = queue.first()
        expect(first?.at ?? null).toBe(plain.size === 0 ? null : Math.min(...plain.values()))
        if (first) expect(plain.get(first.id)).toBe(first.at)
      }
    }),
  )
})
