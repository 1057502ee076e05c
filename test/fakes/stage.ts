// A whole house on a stage: a real SQLite store, the real line, a clock that moves when told, a channel that obeys.
import { readConfig } from '../../src/config.ts'
import { threadIdOf } from '../../src/flow/index.ts'
import { type House, openHouse } from '../../src/house.ts'
import { silentLog } from '../../src/log.ts'
import { createManualClock, type ManualClock } from '../../src/play/index.ts'
import type { PageSettings } from '../../src/policy/index.ts'
import type { Channel, Ids, Incoming, OutboxRow, ReadBack, SendOutcome } from '../../src/ports/index.ts'
import { anIncoming, aPage, tuesdayAtTen } from './matter.ts'

export interface StageChannel extends Channel {
  /** What was handed to the platform, in order. */
  sent: OutboxRow[]
  /** What the next sends answer; then everything is sent. */
  outcomes: SendOutcome[]
  /** What a look on the platform finds. */
  seen: ReadBack
}

export interface StageHouse extends House {
  clock: ManualClock
  stage: StageChannel
  threadId: string
  /** Somebody posts; the first is the question. */
  post(externalId: string, author: string, text: string, more?: Partial<Incoming>): Promise<void>
  /** Moves the clock and drains the line. */
  pass(ms: number): Promise<void>
}

export const stageFaq = [
  {
    id: 'delay',
    topic: 'transfer',
    question: { fr: 'Combien de temps met un virement ?' },
    answer: {
      fr: 'Un virement arrive le jour ouvré suivant. Le virement instantané arrive en 10 secondes et il est gratuit.',
    },
    keyPoints: [{ fr: 'Arrive le jour ouvré suivant' }, { fr: 'Virement instantané : 10 secondes, gratuit' }],
    links: ['https://www.lanterne.example/virement'],
    variants: { fr: ['mon virement arrive quand ?'] },
  },
  {
    id: 'card',
    topic: 'card',
    question: { fr: 'Comment bloquer ma carte ?' },
    answer: { fr: 'Bloquez la carte dans l’application, rubrique Carte.' },
    keyPoints: [{ fr: 'Dans l’application, rubrique Carte' }],
  },
  {
    id: 'address',
    topic: 'account',
    question: { fr: 'Comment changer d’adresse ?' },
    answer: { fr: 'Dans Profil, avec un justificatif de domicile.' },
    keyPoints: [{ fr: 'Dans Profil' }, { fr: 'Justificatif de domicile' }],
  },
]

export const rightAnswer =
  'Ça arrive le jour ouvré suivant, et le virement instantané arrive en 10 secondes, c’est gratuit.'

/** @param databaseUrl ':memory:' unless the test reopens it. */
export async function openStage(
  page: Partial<PageSettings> = {},
  databaseUrl = ':memory:',
  start = tuesdayAtTen,
): Promise<StageHouse> {
  const clock = createManualClock(start)
  const read = readConfig({ databaseUrl, model: 'off', demo: false, precision: 0.5 }, {})
  if (read.kind === 'invalid') throw new Error(read.errors.join('\n'))
  const opened = await openHouse(read.config, { clock, ids: countedIds(), log: silentLog })
  if (opened.kind === 'refused') throw new Error(opened.reason)
  const { house } = opened
  const stage = stageChannel()
  house.channels.set('stage', stage)
  await house.store.transaction((tx) => tx.saveSettings(aPage(page)))
  await house.desk.importFaq(stageFaq.map((entry) => JSON.stringify(entry)).join('\n'), 'test')
  return {
    ...house,
    clock,
    stage,
    threadId: threadIdOf('stage', 'page', 'q'),
    async post(externalId, author, text, more = {}) {
      const event = {
        kind: 'posted' as const,
        text,
        replyTo: null,
        author: { id: author, name: author, brand: author === 'brand', influence: null },
        outboxId: null,
        address: null,
      }
      clock.moveTo(clock.now() + 1000)
      await house.line.takeIn([anIncoming({ externalId, at: clock.now(), event, ...more })])
      await house.line.drain()
    },
    async pass(ms) {
      clock.moveTo(clock.now() + ms)
      await house.line.drain()
    },
  }
}

function stageChannel(): StageChannel {
  const channel: StageChannel = {
    name: 'stage',
    can: { edit: true, hide: true, privateReply: true, readBack: true, maxLength: 2_000 },
    sent: [],
    outcomes: [],
    seen: { kind: 'absent' },
    async send(row) {
      channel.sent.push(row)
      return channel.outcomes.shift() ?? { kind: 'sent', externalId: `on-stage-${row.id}` }
    },
    readBack: async () => channel.seen,
  }
  return channel
}

function countedIds(): Ids {
  let count = 0
  return {
    next() {
      count += 1
      return `id-${count}`
    },
    reference: () => 'R-TEST',
  }
}
