// import and export: all lines or none, mistakes named by line and field, and out again as it came in.
import { describe, expect, test } from '@jest/globals'
import { UsageError } from '../../src/commands/index.ts'
import { stageFaq } from '../fakes/stage.ts'
import { run } from './spoken.ts'
import { openWorkplaces } from './workplace.ts'

const place = openWorkplaces()
const lines = (entries: readonly unknown[]) => entries.map((entry) => JSON.stringify(entry)).join('\n')
const entryIds = () =>
  place.withStore((store) => store.read(async (tx) => (await tx.entries()).map(({ id }) => id).toSorted()))

describe('import', () => {
  test('counts what was added, revised and left as it was', async () => {
    const file = place.write('faq.jsonl', lines(stageFaq))
    expect((await run('import', file)).out).toEqual(['3 added, 0 revised, 0 unchanged.'])
    place.write('faq.jsonl', lines(stageFaq.with(1, { ...stageFaq[1], topic: 'cards' } as never)))
    expect((await run('import', file)).out).toEqual(['0 added, 1 revised, 2 unchanged.'])
  })

  test('names line and field of every mistake, and stores nothing of the file', async () => {
    const file = place.write(
      'faq.jsonl',
      [
        JSON.stringify(stageFaq[0]),
        JSON.stringify({ id: 'no-question', answer: { fr: 'Oui.' } }),
        JSON.stringify({ ...stageFaq[1], keyPoints: [{ fr: '' }] }),
        '{"id": ',
        JSON.stringify(stageFaq[0]),
      ].join('\n'),
    )
    const { code, err, out } = await run('import', file)
    expect(code).toBe(1)
    expect(out).toEqual([])
    expect(err.filter((line) => !line.includes(' warn '))).toEqual([
      expect.stringMatching(/faq\.jsonl:2: question: /),
      expect.stringMatching(/faq\.jsonl:3: keyPoints\.0\.fr: /),
      expect.stringMatching(/faq\.jsonl:4: /),
      expect.stringMatching(/faq\.jsonl:5: id: /),
      'Nothing was imported: 4 mistake(s) to mend.',
    ])
    expect(await entryIds()).toEqual([])
  })

  test('a file that is not UTF-8 is refused', async () => {
    const file = place.write('latin.jsonl', Uint8Array.from([0x7b, 0xe9, 0x7d]))
    await expect(run('import', file)).rejects.toThrow(/not UTF-8/)
  })

  test('without a file, or with two, it says how it is used', async () => {
    await expect(run('import')).rejects.toThrow(UsageError)
    await expect(run('import', 'a', 'b')).rejects.toThrow(/import FILE/)
  })
})

describe('export', () => {
  test('what comes out goes in elsewhere unchanged', async () => {
    await run('import', place.write('faq.jsonl', lines(stageFaq)))
    const { out } = await run('export')
    await run('export', place.path('copy.jsonl'))
    expect(place.read('copy.jsonl')).toBe(out.join(''))
    place.configure({ databaseUrl: place.path('other.sqlite') })
    expect((await run('import', place.path('copy.jsonl'))).out).toEqual(['3 added, 0 revised, 0 unchanged.'])
    expect((await run('export')).out).toEqual(out)
    const [first] = out.join('').split('\n')
    expect(JSON.parse(first ?? '')).toMatchObject(
      stageFaq
        .toSorted((a, b) => (a.id < b.id ? -1 : 1))
        .find(({ id }) => id === JSON.parse(first ?? '').id) ?? {},
    )
  })
})
