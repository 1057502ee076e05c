// Which packs a FAQ chooses: the most like, a second where it is nearly as like, none where nothing is.
import { expect, test } from '@jest/globals'
import { chooseIndustries, type PackEntry, parseFaq, parsePack } from '../../knowledge/index.ts'

const entriesOf = (questions: readonly string[]) =>
  parseFaq(
    questions
      .map((en, at) => JSON.stringify({ id: `q${at}`, question: { en }, answer: { en: 'Yes.' } }))
      .join('\n'),
  ).entries
const packOf = (questions: readonly string[]): PackEntry[] =>
  parsePack(
    questions.map((en, at) => JSON.stringify({ id: `p${at}`, question: { en }, variants: {} })).join('\n'),
  )

const bank = ['How do I block a stolen card?', 'What does a transfer cost?', 'How do I close my account?']
const rail = [
  'Can I take a bicycle on the train?',
  'Who refunds a late train?',
  'How do I exchange a ticket?',
]
const cinema = ['At what age may a child come in?', 'How do I exchange a ticket?', 'Is popcorn allowed?']
const packs = new Map([
  ['cinema', packOf(cinema)],
  ['bank', packOf(bank)],
  ['rail', packOf(rail)],
])

test('a FAQ of one industry chooses that alone', () => {
  expect(chooseIndustries(entriesOf(bank), packs)).toEqual(['bank'])
})

test('a FAQ between two industries chooses both', () => {
  expect(chooseIndustries(entriesOf([...rail, ...bank]), packs).toSorted()).toEqual(['bank', 'rail'])
})

test('no more than two are chosen', () => {
  expect(chooseIndustries(entriesOf([...rail, ...bank, ...cinema]), packs)).toHaveLength(2)
})

test('where nothing is like it, and where there are no entries, none is chosen', () => {
  expect(chooseIndustries(entriesOf(['Zyx wvu?']), packs)).toEqual([])
  expect(chooseIndustries([], packs)).toEqual([])
})
