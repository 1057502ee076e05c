// Written by `npm run fit`: do not edit.
import { answers as wordAnswers, match as wordMatch } from './words.ts'

export const match = wordMatch
export const answers = wordAnswers
