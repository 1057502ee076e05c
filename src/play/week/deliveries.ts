// How the script's posts reach the house: now and then twice, late, or out of order, as webhooks do.
import type { PageSettings } from '../../policy/index.ts'
import type { Incoming } from '../../ports/index.ts'
import { type Asked, hourMs } from './script.ts'

export interface Delivery {
  arrivesAt: number
  incoming: Incoming
}

/** One event in fifty is late by minutes, one in thirty comes twice. @returns in order of arrival. */
export function deliver(week: readonly Asked[], page: PageSettings, random: () => number): Delivery[] {
  return week
    .flatMap((asked) => eventsOf(asked, page))
    .flatMap((incoming) => {
      const late = random() < 0.02 ? random() * (hourMs / 4) : random() * 2_000
      const arrivesAt = Math.round(incoming.at + late)
      const again =
        random() < 0.03 ? [{ arrivesAt: Math.round(arrivesAt + random() * hourMs), incoming }] : []
      return [{ arrivesAt, incoming }, ...again]
    })
    .toSorted((a, b) => a.arrivesAt - b.arrivesAt)
}

function eventsOf(asked: Asked, page: PageSettings): Incoming[] {
  const { id, at, text, editedAt, deletedAt } = asked
  const base = {
    channel: page.channel,
    pageId: page.pageId,
    threadExternalId: id,
    externalId: id,
    version: 0,
  }
  const edited = editedAt === null ? null : Math.round(editedAt)
  const deleted = deletedAt === null ? null : Math.round(deletedAt)
  return [
    { ...base, at, event: posted(`client-${id}`, text, null) },
    ...asked.answers.map((answer) => ({
      ...base,
      externalId: answer.id,
      at: answer.at,
      event: posted(answer.author, answer.text, id),
    })),
    ...(edited === null
      ? []
      : [
          {
            ...base,
            version: edited,
            at: edited,
            event: { kind: 'edited' as const, text: `${text} Merci.` },
          },
        ]),
    ...(deleted === null
      ? []
      : [{ ...base, version: deleted, at: deleted, event: { kind: 'deleted' as const } }]),
  ]
}

function posted(id: string, text: string, replyTo: string | null): Incoming['event'] {
  const author = { id, name: id, brand: false, influence: null }
  return { kind: 'posted', text, replyTo, author, outboxId: null, address: null }
}
