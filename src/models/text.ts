// Texts as the ids that the models read.
import { readFileSync } from 'node:fs'
import { Tokenizer } from '@huggingface/tokenizers'

export const start = 0
export const pad = 1
export const end = 2

export interface TextIds {
  /** Ids of a text without the signs around it, `longest` at most. */
  ids(text: string, longest: number): number[]
}

/** @param file the tokenizer.json that lies beside the models. */
export function openTokenizer(file: string): TextIds {
  const tokenizer = new Tokenizer(JSON.parse(readFileSync(file, 'utf8')), {})
  return {
    ids: (text, longest) => tokenizer.encode(text, { add_special_tokens: false }).ids.slice(0, longest),
  }
}
