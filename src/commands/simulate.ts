// simulate: a week of a bank's page through the real line, counted, beside the same week played by a human alone.
import { parseFaq } from '../../knowledge/index.ts'
import { demoFaq } from '../demo/index.ts'
import { randomIds } from '../ids.ts'
import { silentLog } from '../log.ts'
import { createNews } from '../news.ts'
import { playWeek, scorecardTable } from '../play/index.ts'
import { argumentsOf, type Command, noPlace, UsageError } from './command.ts'

const usage = 'simulate [--threads N] [--seed N] [--json]'

export const simulate: Command = {
  summary:
    'plays a week of a bank’s page (nights, a Monday peak, a crisis on Thursday) and prints a scorecard',
  usage: '[--threads N]',
  async run(args) {
    const { values, positionals } = argumentsOf(
      args,
      {
        threads: { type: 'string', default: '5000' },
        seed: { type: 'string', default: '1' },
        json: { type: 'boolean', default: false },
      },
      usage,
    )
    noPlace(positionals, usage)
    const threads = count('threads', values.threads, 1, 100_000)
    const seed = count('seed', values.seed, 0, 2 ** 32 - 1)
    const { entries } = parseFaq(demoFaq())
    const news = createNews(silentLog)
    const { card, alone } = await playWeek({ threads, seed, entries, ids: randomIds, news, log: silentLog })
    console.log(scorecardTable(card, alone))
    if (values.json) console.log(JSON.stringify(card))
    return 0
  },
}

function count(name: string, text: string, least: number, most: number): number {
  const number = Number(text)
  if (Number.isInteger(number) && number >= least && number <= most) return number
  throw new UsageError(`--${name} is a whole number from ${least} to ${most}, not "${text}".`, usage)
}
