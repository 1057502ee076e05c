// replay: a labelled set through the real line under a simulated clock, on a database of its own that nobody keeps.
import { basename, join } from 'node:path'
import { silentLog } from '../log.ts'
import { createManualClock, type ReplayOutcome, readLabelledSet, replaySet } from '../play/index.ts'
import { defaultSettings, type PageSettings } from '../policy/index.ts'
import type { Channel } from '../ports/index.ts'
import { argumentsOf, type Command, configured, inHouse, outside, placeOf } from './command.ts'

const usage = 'replay DIR [--leave] [--json]'
/** A Monday morning in Paris: the desk is open when the set begins. */
const begins = Date.parse('2026-03-02T09:00:00+01:00')

export const replay: Command = {
  summary: 'plays a labelled set through the line and counts what the brand did',
  usage: 'DIR [--leave] [--json]',
  async run(args) {
    const { values, positionals } = argumentsOf(
      args,
      { leave: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } },
      usage,
    )
    const folder = placeOf(positionals, usage)
    const set = readLabelledSet(folder)
    const clock = createManualClock(begins)
    const outcome = await inHouse(
      { ...configured(), databaseUrl: ':memory:', pages: [] },
      async (house) => {
        const page = pageOf(basename(folder))
        house.channels.set(page.channel, stageChannel(page.channel))
        await house.store.transaction((tx) => tx.saveSettings(page))
        const { errors } = await house.desk.importFaq(set.faq, 'replay')
        const [first] = errors
        if (first)
          throw new Error(`${join(folder, 'faq.jsonl')}:${first.line}: ${first.field}: ${first.message}`)
        return replaySet({ ...house, clock, page }, set, !values.leave)
      },
      { ...outside, clock, log: silentLog },
    )
    console.log(values.json ? JSON.stringify(outcome) : table(outcome))
    return 0
  },
}

function pageOf(brand: string): PageSettings {
  return defaultSettings({ pageId: 'replay', channel: 'stage', brand, name: brand })
}

/** Everything sent arrives. */
function stageChannel(name: string): Channel {
  return {
    name,
    can: { edit: true, hide: true, privateReply: true, readBack: true, maxLength: 10_000 },
    send: async (row) => ({ kind: 'sent', externalId: `sent-${row.id}` }),
    readBack: async () => ({ kind: 'absent' }),
  }
}

const rows: readonly (readonly [keyof ReplayOutcome, string])[] = [
  ['threads', 'threads'],
  ['acknowledged', 'acknowledged'],
  ['validated', 'validated a member’s answer'],
  ['completed', 'completed one'],
  ['corrected', 'corrected one'],
  ['answered', 'answered by the brand'],
  ['handedOver', 'handed over to a private message'],
  ['warned', 'warned of a risky post'],
  ['escalated', 'escalated to a human'],
  ['leftAlone', 'left alone'],
  ['validatedThoughWrong', 'validated though labelled contradicted or risky'],
]

function table(outcome: ReplayOutcome): string {
  const counts = rows.map(([key, label]) => `${String(outcome[key]).padStart(6)}  ${label}`)
  const labels = Object.entries(outcome.validatedByLabel).map(([label, count]) => `${label} ${count}`)
  return [...counts, `        validated answers by label: ${labels.join(', ') || 'none'}`].join('\n')
}
