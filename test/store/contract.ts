// What every store must do, run over SQLite and over PostgreSQL alike.
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { silentLog } from '../../src/log.ts'
import type { Entry, PageSettings, Store, Thread } from '../../src/ports/index.ts'
import { openStore } from '../../src/store/index.ts'
import { migrations } from '../../src/store/migrations.ts'
import {
  anIncoming,
  anOutboxRow,
  aPage,
  aPost,
  aSuggestion,
  aThread,
  tuesdayAtTen as now,
} from '../fakes/matter.ts'

const entry: Entry = {
  id: 'e',
  topic: 'x',
  question: { fr: 'Question ?' },
  answer: { fr: 'Réponse.' },
  keyPoints: [],
  links: [],
  variants: {},
  revision: 1,
}

/** @param fresh the address of an empty database. */
export function storeContract(name: string, fresh: () => Promise<string>): void {
  describe(`the store over ${name}`, () => {
    let store: Store
    let url: string
    beforeEach(async () => {
      url = await fresh()
      store = await open(url)
    })
    afterEach(() => store.close())

    it('keeps an event once by its business identity', async () => {
      const twice = await store.transaction(async (tx) => [
        await tx.receive('t', anIncoming({ externalId: 'q' }), now),
        await tx.receive('t', anIncoming({ externalId: 'q' }), now + 1),
        await tx.receive(
          't',
          anIncoming({ externalId: 'q', version: 5, event: { kind: 'edited', text: 'x' } }),
          now,
        ),
      ])
      expect(twice).toEqual([true, false, true])
      const rows = await store.read((tx) => tx.takeInbox(10))
      expect(rows.map(({ incoming }) => incoming.event.kind)).toEqual(['posted', 'edited'])
      await store.transaction((tx) =>
        tx.inboxDone(
          rows.map(({ seq }) => seq),
          now,
        ),
      )
      expect(await store.read((tx) => tx.takeInbox(10))).toEqual([])
    })

    it('keeps nothing of a transaction that failed', async () => {
      await expect(
        store.transaction(async (tx) => {
          await tx.receive('t', anIncoming({ externalId: 'q' }), now)
          await tx.saveThread(aThread())
          throw new Error('half-way')
        }),
      ).rejects.toThrow('half-way')
      expect(await store.read((tx) => tx.takeInbox(10))).toEqual([])
      expect(await store.read((tx) => tx.thread('t'))).toBeNull()
    })

    it('gives a thread back as it was saved, posts in order', async () => {
      const thread = aThread({ posts: [aPost({ externalId: 'q' }), aPost({ externalId: 'r', at: now + 5 })] })
      await store.transaction((tx) => tx.saveThread(thread))
      expect(await store.read((tx) => tx.thread('t'))).toEqual(thread)
      expect(await store.read((tx) => tx.threadIdOfPost('stage', 'r'))).toBe('t')
      expect(await store.read((tx) => tx.threadIdOfPost('other', 'r'))).toBeNull()
    })

    it('loses no update when two write the same thread at once', async () => {
      await store.transaction((tx) => tx.saveThread(aThread({ counts: { suggestions: 0, outbox: 0 } })))
      const add = () =>
        store.transaction(async (tx) => {
          const thread = await tx.thread('t')
          if (thread)
            await tx.saveThread({ ...thread, counts: { ...thread.counts, outbox: thread.counts.outbox + 1 } })
        })
      await Promise.all(Array.from({ length: 8 }, add))
      expect((await store.read((tx) => tx.thread('t')))?.counts.outbox).toBe(8)
    })

    it('opens a thread once when two open it at once', async () => {
      const open = (id: string) =>
        store.transaction(async (tx) => {
          const thread = (await tx.thread('t')) ?? aThread({ posts: [], known: [] })
          await tx.saveThread({ ...thread, known: [...thread.known, id] })
        })
      await Promise.all([open('a'), open('b'), open('c')])
      expect((await store.read((tx) => tx.thread('t')))?.known.toSorted()).toEqual(['a', 'b', 'c'])
    })

    it('finds threads by words without case and accents, newest first, and nothing that is typed can steer the search', async () => {
      await store.transaction(async (tx) => {
        await tx.saveThread(
          aThread({
            id: 'a',
            externalId: 'a',
            openedAt: now,
            posts: [aPost({ id: 'a.a', externalId: 'a', text: 'Mon DÉMÉNAGEMENT' })],
          }),
        )
        await tx.saveThread(
          aThread({
            id: 'b',
            externalId: 'b',
            openedAt: now + 1,
            posts: [aPost({ id: 'b.b', externalId: 'b', text: 'Une carte' })],
          }),
        )
      })
      const found = async (text: string) =>
        (await store.read((tx) => tx.threads({ text, limit: 10 }))).map(({ id }) => id)
      expect(await found('demenag')).toEqual(['a'])
      expect(await found('')).toEqual(['b', 'a'])
      expect(await found("%' OR 1=1 --")).toEqual([])
      expect(await found('_arte')).toEqual([])
    })

    it('pages through threads by their place', async () => {
      await store.transaction(async (tx) => {
        for (const id of ['a', 'b', 'c'])
          await tx.saveThread(aThread({ id, externalId: id, posts: [aPost({ id, externalId: id })] }))
      })
      const first = await store.read((tx) => tx.threads({ limit: 2 }))
      const last = first.at(-1)
      expect(first.map(({ id }) => id)).toEqual(['c', 'b'])
      const rest = await store.read((tx) => tx.threads({ limit: 2, ...(last && { before: last }) }))
      expect(rest.map(({ id }) => id)).toEqual(['a'])
    })

    it('queues crisis first, then oldest first', async () => {
      await store.transaction(async (tx) => {
        const queued = { state: 'escalated' as const }
        await tx.saveThread(aThread({ ...queued, id: 'old', externalId: 'old', openedAt: now, posts: [] }))
        await tx.saveThread(
          aThread({ ...queued, id: 'new', externalId: 'new', openedAt: now + 9, posts: [] }),
        )
        await tx.saveThread(
          aThread({
            ...queued,
            id: 'fire',
            externalId: 'fire',
            openedAt: now + 20,
            posts: [],
            crisis: { reasons: ['danger'], since: now },
          }),
        )
        await tx.saveThread(aThread({ id: 'calm', externalId: 'calm', posts: [] }))
      })
      const queue = await store.read((tx) => tx.queue({ limit: 10 }))
      expect(queue.map(({ id }) => id)).toEqual(['fire', 'old', 'new'])
      expect(await store.read((tx) => tx.queueSize())).toBe(3)
      const after = queue[0]
      const rest = await store.read((tx) =>
        tx.queue({
          limit: 10,
          ...(after && { after: { crisis: true, openedAt: after.openedAt, id: after.id } }),
        }),
      )
      expect(rest.map(({ id }) => id)).toEqual(['old', 'new'])
    })

    it('tells what is due, and when the next thing is', async () => {
      await store.transaction(async (tx) => {
        await tx.saveThread(
          aThread({ id: 'a', externalId: 'a', wakeAt: now + 10, judgeWanted: true, posts: [] }),
        )
        await tx.insertOutbox(anOutboxRow({ id: 'o', dueAt: now + 5 }))
      })
      const asked = await store.read(async (tx) => ({
        judge: await tx.threadsToJudge(5),
        early: await tx.threadsToWake(now, 5),
        late: await tx.threadsToWake(now + 10, 5),
        next: await tx.nextDue(),
      }))
      expect(asked).toEqual({ judge: ['a'], early: [], late: ['a'], next: now + 5 })
    })

    it('claims one row a thread, oldest first, and none while one is under way or unknown', async () => {
      await store.transaction(async (tx) => {
        await tx.insertOutbox(anOutboxRow({ id: 'a1', threadId: 'a', createdAt: now }))
        await tx.insertOutbox(anOutboxRow({ id: 'a2', threadId: 'a', createdAt: now + 1 }))
        await tx.insertOutbox(anOutboxRow({ id: 'b1', threadId: 'b', createdAt: now + 2 }))
        await tx.insertOutbox(anOutboxRow({ id: 'later', threadId: 'c', dueAt: now + 1000 }))
      })
      const claim = () => store.transaction((tx) => tx.claimOutbox(now, 10))
      expect((await claim()).map(({ id, attempts }) => [id, attempts])).toEqual([
        ['a1', 1],
        ['b1', 1],
      ])
      expect(await claim()).toEqual([])
      await store.transaction((tx) => tx.updateOutbox('a1', { state: 'unknown', unknownSince: now }, now))
      expect(await claim()).toEqual([])
      await store.transaction((tx) => tx.updateOutbox('a1', { state: 'sent', externalId: 'x' }, now))
      expect((await claim()).map(({ id }) => id)).toEqual(['a2'])
    })

    it('claims a row for one of many who ask at once', async () => {
      await store.transaction((tx) => tx.insertOutbox(anOutboxRow()))
      const claims = await Promise.all(
        Array.from({ length: 6 }, () => store.transaction((tx) => tx.claimOutbox(now, 10))),
      )
      expect(claims.flat()).toHaveLength(1)
    })

    it('turns what was under way into unknown, once, with the moment', async () => {
      await store.transaction(async (tx) => {
        await tx.insertOutbox(anOutboxRow())
        await tx.claimOutbox(now, 1)
      })
      const stranded = await store.transaction((tx) => tx.strandedToUnknown(now + 1, now + 7))
      expect(stranded.map(({ id, state, unknownSince }) => [id, state, unknownSince])).toEqual([
        ['o1', 'unknown', now + 7],
      ])
      expect(await store.transaction((tx) => tx.strandedToUnknown(now + 1, now + 8))).toEqual([])
      expect((await store.read((tx) => tx.outbox('o1')))?.state).toBe('unknown')
    })

    it('keeps suggestions with what became of them', async () => {
      await store.transaction((tx) => tx.insertSuggestion(aSuggestion()))
      await store.transaction((tx) =>
        tx.updateSuggestion('t.s1', { state: 'approved', decidedBy: 'maya', decidedAt: now }),
      )
      expect(await store.read((tx) => tx.suggestion('t.s1'))).toEqual(
        aSuggestion({ state: 'approved', decidedBy: 'maya', decidedAt: now }),
      )
      expect(await store.read((tx) => tx.suggestionsOf('t'))).toHaveLength(1)
    })

    it('refuses to change what was written down', async () => {
      await store.transaction((tx) =>
        tx.audit({
          at: now,
          threadId: 't',
          pageId: 'page',
          by: 'policy',
          what: 'note',
          rule: 'r',
          sentence: 's',
          details: { a: 1 },
        }),
      )
      const [row] = await store.read((tx) => tx.auditOf({ limit: 5 }))
      expect(row).toMatchObject({ what: 'note', details: { a: 1 } })
      const { db } = store.people as {
        db: {
          updateTable(name: string): { set(of: object): { execute(): Promise<unknown> } }
          deleteFrom(name: string): { execute(): Promise<unknown> }
        }
      }
      await expect(db.updateTable('audit').set({ sentence: 'other' }).execute()).rejects.toThrow(
        'append-only',
      )
      await expect(db.deleteFrom('audit').execute()).rejects.toThrow('append-only')
    })

    it('raises an entry’s revision with each true change, and keeps all of them', async () => {
      const save = (one: Entry) => store.transaction((tx) => tx.saveEntry(one, now, 'alix'))
      expect(await save(entry)).toBe(1)
      expect(await save({ ...entry, revision: 9 })).toBe(1)
      expect(await save({ ...entry, answer: { fr: 'Autre.' } })).toBe(2)
      await store.transaction((tx) => tx.removeEntry('e', now, 'alix'))
      expect(await store.read((tx) => tx.entries())).toEqual([])
      expect(await save(entry)).toBe(4)
    })

    it('counts a like once a person', async () => {
      const like = (person: string, on: boolean) => store.transaction((tx) => tx.like('p', person, on))
      expect([
        await like('a', true),
        await like('a', true),
        await like('b', true),
        await like('a', false),
      ]).toEqual([1, 1, 2, 1])
      expect(await store.read((tx) => tx.likedBy('b', ['p', 'q']))).toEqual(new Set(['p']))
    })

    it('credits members for what was validated', async () => {
      const member = { id: 'noe', name: 'Noé', role: 'member' as const, influence: null }
      const answer = aPost({ externalId: 'r', author: member })
      await store.transaction((tx) =>
        tx.saveThread(
          aThread({
            posts: [aPost({ externalId: 'q' }), answer],
            marks: [{ postId: answer.id, mark: 'validated', at: now }],
          }),
        ),
      )
      expect(await store.read((tx) => tx.credits(null, 5))).toEqual([
        { authorId: 'noe', name: 'Noé', validated: 1, completed: 0, answers: 1 },
      ])
    })

    it('keeps pages and facts', async () => {
      await store.transaction(async (tx) => {
        await tx.saveSettings(aPage())
        await tx.saveSettings(aPage({ version: 2 }))
        await tx.setFact('a', '1')
        await tx.setFact('a', '2')
      })
      expect(await store.read((tx) => tx.settings())).toEqual([aPage({ version: 2 })])
      expect(await store.read((tx) => tx.fact('a'))).toBe('2')
      expect(await store.read((tx) => tx.fact('none'))).toBeNull()
    })

    it('keeps calls to be made, oldest first, and of a call made neither name nor number', async () => {
      const call = (id: string, askedAt: number, when: { from: number; until: number } | null) => ({
        id,
        threadId: 't',
        pageId: 'page',
        name: 'Inès',
        phone: '+33 6 12 34 56 78',
        when,
        askedAt,
        doneAt: null,
        doneBy: null,
      })
      const [first, second] = [call('a', now, null), call('b', now + 1, { from: now, until: now + 5 })]
      await store.transaction(async (tx) => {
        await tx.insertCallBack(second)
        await tx.insertCallBack(first)
      })
      expect(await store.read((tx) => tx.callBacks({ limit: 9 }))).toEqual([first, second])
      const done = () => store.transaction((tx) => tx.callBackDone('a', 'maya', now + 9))
      expect([await done(), await done()]).toEqual([true, false])
      expect(await store.read((tx) => tx.callBacks({ limit: 9 }))).toEqual([second])
      const [made] = await store.read((tx) => tx.callBacks({ threadId: 't', limit: 9 }))
      expect(made).toEqual({ ...first, name: '', phone: '', doneAt: now + 9, doneBy: 'maya' })
    })

    it('counts the questions of a page hour by hour, as far as the page goes back', async () => {
      const hour = 3_600_000
      await store.transaction(async (tx) => {
        for (const [id, openedAt] of [
          ['t1', now],
          ['t2', now - 1],
          ['t3', now - 2 * hour - 1],
        ] as const)
          await tx.saveThread(
            aThread({ id, externalId: id, openedAt, posts: [aPost({ externalId: id, id })] }),
          )
      })
      const counts = (page: string, hours: number) => store.read((tx) => tx.openedPerHour(page, now, hours))
      expect(await counts('page', 100)).toEqual([2, 0, 1])
      expect(await counts('page', 2)).toEqual([2, 0])
      expect(await counts('elsewhere', 2)).toEqual([])
    })

    it('finds nothing that was said in private', async () => {
      const said = aPost({ externalId: 'p', text: 'mon numéro secret', private: true, at: now + 1 })
      await store.transaction((tx) => tx.saveThread(aThread({ posts: [aPost({ externalId: 'q' }), said] })))
      expect(await store.read((tx) => tx.threads({ text: 'virement', limit: 9 }))).toHaveLength(1)
      expect(await store.read((tx) => tx.threads({ text: 'secret', limit: 9 }))).toEqual([])
    })

    it('keeps tenants apart', async () => {
      const other = await openStore({ url, tenant: 'other', log: silentLog })
      if (other.kind === 'refused') throw new Error(other.reason)
      await store.transaction((tx) => tx.saveThread(aThread()))
      expect(await other.store.read((tx) => tx.thread('t'))).toBeNull()
      await other.store.close()
    })

    it('refuses a database of a newer version, saying so', async () => {
      const { db } = store.people as {
        db: { insertInto(name: string): { values(of: object): { execute(): Promise<unknown> } } }
      }
      await db.insertInto('migration').values({ name: '2099-later', at: now }).execute()
      const again = await openStore({ url, log: silentLog })
      expect(again).toMatchObject({ kind: 'refused', reason: expect.stringContaining('newer version') })
    })

    it('gives threads and pages of an earlier version the fields they lack, and keeps those they have', async () => {
      const early = await fresh()
      const opened = await openStore({ url: early, log: silentLog, migrations: migrations.slice(0, 1) })
      if (opened.kind === 'refused') throw new Error(opened.reason)
      const { signs: _, solvedAt: __, ...lacking } = aThread()
      const { topicBrakes: ___, privateWithinMs: ____, ...page } = aPage()
      const whole = aThread({
        id: 'u',
        externalId: 'u',
        posts: [],
        solvedAt: now,
        signs: [{ kind: 'liked', externalId: 'q', likes: 2, version: 1 }],
      })
      await opened.store.transaction(async (tx) => {
        await tx.saveThread(lacking as Thread)
        await tx.saveThread(whole)
        await tx.saveSettings(page as PageSettings)
      })
      await opened.store.close()
      const again = await open(early)
      expect(await again.read((tx) => tx.thread('t'))).toEqual(aThread())
      expect(await again.read((tx) => tx.thread('u'))).toEqual(whole)
      expect(await again.read((tx) => tx.settings())).toEqual([aPage()])
      await again.close()
    })

    it('opens again with everything there', async () => {
      await store.transaction((tx) => tx.saveThread(aThread()))
      const again = await open(url)
      expect(await again.read((tx) => tx.thread('t'))).toEqual(aThread())
      await again.close()
    })
  })
}

async function open(url: string): Promise<Store> {
  const opened = await openStore({ url, log: silentLog })
  if (opened.kind === 'refused') throw new Error(opened.reason)
  return opened.store
}
