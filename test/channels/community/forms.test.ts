// What people send, read at the border.
import { describe, expect, it } from '@jest/globals'
import { postIdOf, readWriting } from '../../../src/channels/community/forms.ts'

const key = 'k3y_of-the-form'
const read = (fields: Record<string, string>, named = false) =>
  readWriting(
    new Request('http://a.example', { method: 'POST', body: new URLSearchParams({ key, ...fields }) }),
    named,
  )

describe('a form', () => {
  it('gives its words with their lines kept and its control signs gone', async () => {
    expect(await read({ text: '  a\r\nb\u0000\u0007\tc  ', name: ' Zoé\n\u202e ' })).toEqual({
      kind: 'read',
      writing: { text: 'a\nb\tc', key, name: 'Zoé' },
    })
  })

  it.each([
    ['nothing', {}, 'empty'],
    ['spaces', { text: ' \n\t ' }, 'empty'],
    ['10,001 signs', { text: 'x'.repeat(10_001) }, 'long'],
    ['no name where one is needed', { text: 'x', name: ' ' }, 'name'],
    ['a name without end', { text: 'x', name: 'y'.repeat(61) }, 'name'],
    ['a name of a thousand signs', { text: 'x', name: 'y'.repeat(1000) }, 'name'],
    ['no key', { text: 'x', name: 'z', key: '' }, 'stale'],
    ['a key of another kind', { text: 'x', name: 'z', key: '../../x?y=1' }, 'stale'],
  ])('with %s is refused, and what was typed comes back', async (_, fields, fault) => {
    const form = await read(fields as unknown as Record<string, string>, true)
    expect(form).toMatchObject({ kind: 'fault', fault })
    expect(form).toMatchObject({ typed: { text: (fields as { text?: string }).text ?? '' } })
  })

  it('takes exactly 10,000 signs and one', async () => {
    expect(await read({ text: 'é'.repeat(10_000) })).toMatchObject({ kind: 'read' })
    expect(await read({ text: '🙂' })).toMatchObject({ kind: 'read' })
  })

  it('is recognised as a machine’s when it fills the field that nobody sees', async () => {
    expect(await read({ text: 'x', website: 'https://spam.example' })).toEqual({ kind: 'trap' })
  })
})

it('makes a post’s identity from the key without giving the key away', () => {
  expect(postIdOf(key)).toBe(postIdOf(key))
  expect(postIdOf(key)).toMatch(/^[\w-]{20}$/)
  expect(postIdOf(key)).not.toBe(postIdOf('another key'))
  expect(postIdOf(key)).not.toContain(key)
})
