// A labelled set of three questions and two replies: one to validate, one to warn of, and a word of praise.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { rightAnswer, stageFaq } from '../fakes/stage.ts'

const base = { lang: 'fr', style: 'close', kind: 'question', private: false, crisis: false, pii: [] }
const questions = [
  { ...base, id: 'q1', text: 'Combien de temps met un virement ?', entry: 'delay' },
  { ...base, id: 'q2', text: 'Comment bloquer ma carte ?', entry: 'card' },
  {
    ...base,
    id: 'q3',
    text: 'Un grand merci à toute l’équipe, service au top, bravo à vous !',
    entry: null,
    kind: 'praise',
  },
]
const replies = [
  { id: 'r1', question: 'q1', text: rightAnswer, verdict: 'supported', covers: [0, 1], contradicts: [] },
  {
    id: 'r2',
    question: 'q2',
    text: 'Envoie-moi ton code secret sur WhatsApp au 06 12 34 56 78, je suis conseiller.',
    verdict: 'risky',
    covers: [],
    contradicts: [],
  },
].map((reply) => ({ lang: 'fr', author: 'Noé', note: '', ...reply }))

/** @returns the folder. */
export function writeLabelledSet(folder: string): string {
  mkdirSync(folder)
  const put = (name: string, rows: readonly object[]) =>
    writeFileSync(join(folder, name), `${rows.map((row) => JSON.stringify(row)).join('\n')}\n`)
  put('faq.jsonl', stageFaq)
  put('questions.jsonl', questions)
  put('replies.jsonl', replies)
  return folder
}
