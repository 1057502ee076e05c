// What each reader sees of a thread: masked, hidden, deleted, private, marked.
import { describe, expect, it } from '@jest/globals'
import { readerOf, showThread } from '../../../src/channels/community/view.ts'
import type { PageSettings, Person, Thread } from '../../../src/ports/index.ts'
import { at, post, settings, thread } from './thread-fixture.ts'

const person = (id: string, role: Person['role'] = 'member'): Person => ({
  id,
  name: id,
  email: null,
  role,
  guest: false,
})
const mask = (text: string) => text.replaceAll('0612345678', '••••••••••')

const see = (given: Thread, reader: Person | null = null) =>
  showThread(given, { reader: readerOf(reader), settings, mask })

const question = post('q', { by: 'asker', text: 'call me on 0612345678' })

describe('personal data', () => {
  it.each([
    ['a visitor', null, 'call me on ••••••••••'],
    ['another member', person('nina'), 'call me on ••••••••••'],
    ['a moderator', person('mod', 'moderator'), 'call me on ••••••••••'],
    ['the author', person('asker'), 'call me on 0612345678'],
  ])('is shown to %s as it may be', (_, reader, expected) => {
    expect(see(thread([question]), reader)?.question.text).toBe(expected)
  })

  it('in a name is masked too', () => {
    const named = post('q', {
      by: 'asker',
      author: { id: 'asker', name: '0612345678', role: 'asker', influence: null },
    })
    expect(see(thread([named]))?.question.author).toBe('••••••••••')
  })

  it('of the brand’s own words is not masked', () => {
    const reply = post('b1', { by: 'luma', text: 'our number: 0612345678' })
    expect(see(thread([question, reply]))?.answers[0]?.text).toBe('our number: 0612345678')
  })
})

describe('what is not there', () => {
  it.each([
    ['a reply that came before its question', thread([post('a1')], { state: 'rootless' })],
    [
      'a deleted question',
      thread([post('q', { by: 'asker', deleted: true }), post('a1')], { state: 'gone' }),
    ],
    ['a hidden question', thread([post('q', { by: 'asker', hidden: true })])],
  ])('%s shows nothing to a visitor', (_, given) => {
    expect(see(given)).toBeNull()
  })

  it('leaves a tombstone without words for a deleted or hidden answer', () => {
    const given = thread([question, post('a1', { deleted: true }), post('a2', { hidden: true })])
    expect(see(given)?.answers.map(({ text, gone }) => [text, gone])).toEqual([
      [null, 'deleted'],
      [null, 'hidden'],
    ])
    expect(see(given)?.count).toBe(0)
  })

  it('still shows what is hidden to its author and the desk, what is deleted to nobody', () => {
    const given = thread([question, post('a1', { deleted: true }), post('a2', { hidden: true })])
    for (const reader of [person('nina'), person('mod', 'moderator')]) {
      expect(see(given, reader)?.answers.map(({ text }) => text)).toEqual([null, 'text of a2'])
    }
  })
})

describe('what is said in private', () => {
  const reply = post('b1', { by: 'luma', outboxId: 'o1', private: true })
  const own = post('p1', { by: 'asker', private: true })
  it.each([
    ['a visitor', null, 0],
    ['another member', person('nina'), 0],
    ['the asker', person('asker', 'customer'), 2],
    ['the desk', person('mod', 'moderator'), 2],
  ])('is seen by %s as it may be', (_, reader, count) => {
    expect(see(thread([question, reply, own]), reader)?.answers).toHaveLength(count)
  })

  it('goes on for the asker alone, once the brand took it there, where the page has private messages', () => {
    const messages: PageSettings = { ...settings, privateMeans: 'message' }
    const goesOn = (given: Thread, reader: Person, page = messages) =>
      showThread(given, { reader: readerOf(reader), settings: page, mask })?.privateTalk
    const taken = thread([question], { handOver: { reference: 'R-1', at } })
    const asker = person('asker', 'customer')
    expect(goesOn(taken, asker)).toBe(true)
    expect(goesOn(thread([question]), asker)).toBe(false)
    expect(goesOn(taken, person('nina'))).toBe(false)
    expect(goesOn(taken, asker, { ...settings, privateMeans: 'form' })).toBe(false)
  })
})

describe('where a thread stands', () => {
  const answered = [question, post('a1'), post('a2', { by: 'tom' })]
  const mark = (name: 'validated' | 'completed' | 'corrected', of = 'a1') => ({
    postId: `t1.${of}`,
    mark: name,
    at,
  })
  it.each([
    ['waiting', thread([question])],
    ['waiting', thread([question, post('f1', { by: 'asker' })])],
    ['answers', thread(answered)],
    ['validated', thread(answered, { marks: [mark('corrected', 'a2'), mark('validated')], answeredAt: at })],
    ['completed', thread(answered, { marks: [mark('completed')], answeredAt: at })],
    ['corrected', thread(answered, { marks: [mark('corrected')], answeredAt: at })],
    ['answered', thread([question, post('b1', { by: 'luma' })], { answeredAt: at })],
    ['handedOver', thread([question], { handOver: { reference: 'R-1', at } })],
    ['solved', thread(answered, { solvedBy: 'a1' })],
  ])('reads %s', (kind, given) => {
    expect(see(given)?.status).toEqual({ kind })
  })

  it('credits the member whose answer is marked or solved it, by either identity', () => {
    const given = thread(answered, { marks: [mark('validated')], solvedBy: 'a2' })
    expect(see(given)?.answers.map((each) => [each.authorId, each.mark, each.solved])).toEqual([
      ['nina', 'validated', false],
      ['tom', null, true],
    ])
  })

  it('shows answers in the order they were written, whatever order they came in', () => {
    const given = thread([question, post('a3'), post('a1'), post('a2')])
    expect(see(given)?.answers.map(({ externalId }) => externalId)).toEqual(['a1', 'a2', 'a3'])
  })
})
