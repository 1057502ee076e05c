// The people's room behind a real server, over a database file of its own, and visitors of it.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPeople, type People, type PeopleOptions } from '../../../src/http/index.ts'
import type { Route, Store } from '../../../src/ports/index.ts'
import { smallStore } from '../../fakes/small-store.ts'
import { type Visitor, visitorOf } from '../../fakes/visitor.ts'
import { heldClock, keptLog, type Served, serve } from '../fixture.ts'

export interface PeopleServed extends Served {
  people: People
  store: Store
  visitor(): Visitor
  close(): Promise<void>
}

export async function servePeople(
  options: Partial<PeopleOptions> = {},
  routes: readonly Route[] = [],
): Promise<PeopleServed> {
  const folder = await mkdtemp(join(tmpdir(), 'entraide-people-'))
  const store = smallStore(join(folder, 'people.sqlite'))
  const clock = heldClock()
  const url = 'http://127.0.0.1'
  const people = await createPeople({
    store,
    clock,
    log: keptLog(),
    secret: null,
    url,
    openId: null,
    demo: false,
    ...options,
  })
  const served = await serve([...people.routes(), ...routes], {
    people,
    limits: { post: { burst: 500, perMinute: 500 } },
  })
  return {
    ...served,
    clock,
    people,
    store,
    visitor: () => visitorOf(served.url),
    close: async () => {
      await served.http.stop()
      await store.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
