// Fills an empty house with the demonstration: its threads live through the real line, under a clock of their own.
import { type DemoThread, demoFaq, demoModerators, demoPage, demoRoles, demoThreads } from '../demo/index.ts'
import { createDesk, createLine, type FlowDeps, threadIdOf } from '../flow/index.ts'
import type { Incoming, Person } from '../ports/index.ts'
import { createManualClock } from './manual-clock.ts'
import { createPlayer } from './player.ts'

const minuteMs = 60_000
/** How long after the last post of a thread the moderator of the past decides. */
const decidesAfterMs = 4 * minuteMs
const loadedFact = 'demo.loaded'

export interface SeedPeople {
  demoPerson(role: Person['role']): Promise<Pick<Person, 'id' | 'name'>>
}

/** Does nothing where there is already a page or an entry. @returns whether it filled. */
export async function seedDemo(house: FlowDeps, people: SeedPeople): Promise<boolean> {
  const used = await house.store.read(
    async (tx) => (await tx.settings()).length > 0 || (await tx.entries()).length > 0,
  )
  if (used) return false
  const now = house.clock.now()
  const start = now - Math.max(...demoThreads.flatMap(({ posts }) => posts.map(({ ago }) => ago))) * minuteMs
  const clock = createManualClock(start)
  const deps: FlowDeps = { ...house, clock }
  const line = createLine(deps)
  const desk = createDesk(deps)
  await house.store.transaction((tx) => tx.saveSettings(demoPage))
  const { errors } = await desk.importFaq(demoFaq(), 'demonstration')
  if (errors[0]) throw new Error(`The demonstration's FAQ, line ${errors[0].line}: ${errors[0].message}`)

  const player = createPlayer(line, house.store, clock)
  const script = await scriptOf(people, now)
  const decisions = demoThreads
    .filter(({ approved }) => approved)
    .map((thread) => ({ thread, at: lastPost(thread, now) + decidesAfterMs }))
  const moderators = await Promise.all(demoModerators.map((role) => people.demoPerson(role)))
  const moments = [...script.map((incoming) => ({ at: incoming.at, incoming })), ...decisions].toSorted(
    (a, b) => a.at - b.at,
  )
  for (const moment of moments) {
    if ('incoming' in moment) await player.take(moment.incoming)
    else {
      await player.until(moment.at)
      await approve(moment.thread)
      await line.drain()
    }
  }
  await player.until(now)
  await house.store.transaction((tx) => tx.setFact(loadedFact, String(now)))
  return true

  async function approve(thread: DemoThread): Promise<void> {
    const id = threadIdOf(demoPage.channel, demoPage.pageId, thread.id)
    for (const { id: by } of moderators) {
      const view = await desk.thread(id)
      if (view?.suggestion?.state !== 'open') return
      await desk.review({
        suggestionId: view.suggestion.id,
        threadVersion: view.thread.version,
        by,
        decision: { kind: 'approve' },
      })
    }
  }
}

const lastPost = ({ posts }: DemoThread, now: number) =>
  now - Math.min(...posts.map(({ ago }) => ago)) * minuteMs

async function scriptOf(people: SeedPeople, now: number): Promise<Incoming[]> {
  const known = new Map(
    await Promise.all(
      Object.entries(demoRoles).map(async ([name, role]) => [name, await people.demoPerson(role)] as const),
    ),
  )
  return demoThreads.flatMap(({ id, posts }) =>
    posts.map(({ by, text, ago }, place): Incoming => {
      const person = known.get(by)
      return {
        channel: demoPage.channel,
        pageId: demoPage.pageId,
        threadExternalId: id,
        externalId: place === 0 ? id : `${id}-${place}`,
        version: 0,
        at: now - ago * minuteMs,
        event: {
          kind: 'posted',
          text,
          replyTo: place === 0 ? null : id,
          author: { id: person?.id ?? `demo-${by.toLowerCase()}`, name: by, brand: false, influence: null },
          outboxId: null,
          address: null,
        },
      }
    }),
  )
}
