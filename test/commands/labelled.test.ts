// eval and replay over a labelled set of a few lines.
import { describe, expect, test } from '@jest/globals'
import { writeLabelledSet } from './labelled-set.ts'
import { run } from './spoken.ts'
import { openWorkplaces } from './workplace.ts'

const place = openWorkplaces()

describe('eval', () => {
  test('writes a line a question and a line a reply in the form that examiners read', async () => {
    place.configure({ precision: 0.9 })
    const set = writeLabelledSet(place.path('set'))
    const { code, out } = await run('eval', set, '--out', place.path('predictions.jsonl'), '--pack', 'none')
    expect(code).toBe(0)
    expect(out.join('\n')).toMatch(/match +posts +acc@1/)
    const lines = place.read('predictions.jsonl').trimEnd().split('\n')
    const predictions = lines.map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(predictions.map(({ type, id }) => `${type} ${id}`)).toEqual([
      'question q1',
      'question q2',
      'question q3',
      'reply r1',
      'reply r2',
    ])
    expect(predictions[0]).toEqual({
      type: 'question',
      id: 'q1',
      lang: 'fr',
      kind: 'question',
      entry: 'delay',
      confidence: expect.any(Number),
      candidates: ['delay', expect.any(String), expect.any(String)],
      private: false,
      crisis: false,
      pii: [],
    })
    expect(predictions[2]).toMatchObject({ id: 'q3', entry: null, kind: 'praise' })
    expect(predictions[3]).toMatchObject({
      question: 'q1',
      entry: 'delay',
      verdict: expect.any(String),
      confidence: expect.any(Number),
      covers: expect.any(Array),
      contradicts: expect.any(Array),
      draft: {
        kind: expect.stringMatching(/^(validate|complete|correct|answer|warn|none)$/),
        text: expect.any(String),
      },
    })
    expect(predictions[4]).toMatchObject({ verdict: 'risky', draft: { kind: 'warn' } })
  })

  test('with the entry given, it is the labelled one that replies are judged against', async () => {
    const set = writeLabelledSet(place.path('set'))
    await run('eval', set, '--out', place.path('p.jsonl'), '--entry', 'given', '--pack', 'none')
    const replies = place
      .read('p.jsonl')
      .split('\n')
      .filter((line) => line.includes('"type":"reply"'))
    expect(replies.map((line) => (JSON.parse(line) as { entry: string }).entry)).toEqual(['delay', 'card'])
  })

  test('a broken line is named with its file and place', async () => {
    const set = writeLabelledSet(place.path('set'))
    place.write('set/questions.jsonl', '{"id":"q1","lang":"fr","entry":null}\n')
    await expect(run('eval', set)).rejects.toThrow(/questions\.jsonl:1: text: /)
    await expect(run('eval', place.path('nowhere'))).rejects.toThrow(
      /labelled set is a folder with faq\.jsonl/,
    )
    await expect(run('eval', set, '--entry', 'guessed')).rejects.toThrow(/--entry is matched or given/)
  })
})

describe('replay', () => {
  test('counts what the brand did and what it left alone', async () => {
    const set = writeLabelledSet(place.path('set'))
    const { code, out } = await run('replay', set, '--json')
    expect(code).toBe(0)
    expect(JSON.parse(out.join(''))).toMatchObject({
      threads: 3,
      validated: 1,
      warned: 1,
      leftAlone: 1,
      validatedThoughWrong: 0,
      validatedByLabel: { supported: 1 },
    })
  })

  test('left to the desk, nothing but acknowledgements goes out', async () => {
    const { out } = await run('replay', writeLabelledSet(place.path('set')), '--leave')
    expect(out.join('\n')).toMatch(/ 0 +validated a member’s answer\n +0 +completed one\n +0 +corrected one/)
  })
})
