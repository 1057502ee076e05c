// check says what is wrong and how to mend it.
import { describe, expect, test } from '@jest/globals'
import { anOutboxRow } from '../fakes/matter.ts'
import { stageFaq } from '../fakes/stage.ts'
import { run } from './spoken.ts'
import { openWorkplaces } from './workplace.ts'

const place = openWorkplaces()
const page = { id: 'aide', channel: 'community', name: 'Aide' }

describe('check', () => {
  test('all is well with a page and an entry', async () => {
    place.configure({ pages: [page] })
    await run('import', place.write('faq.jsonl', JSON.stringify(stageFaq[0])))
    expect(await run('check')).toEqual({ code: 0, out: ['All is well.'], err: [] })
  })

  test('an empty database lacks a page and a FAQ; both mendings are told', async () => {
    const { code, err } = await run('check')
    expect(code).toBe(1)
    expect(err).toEqual([
      expect.stringMatching(/^database: no page .*"pages"/),
      expect.stringMatching(/^database: the FAQ is empty.*entraide import FILE/),
    ])
  })

  test('every mistake of the configuration is named with its place', async () => {
    const secondJudge = { url: 'http://judge.example/v1', model: 'm' }
    place.configure({ port: 99999, pages: [{ ...page, channel: 'fax' }], colour: 'red', secondJudge })
    const { code, err } = await run('check')
    expect(code).toBe(1)
    expect(err).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^configuration: port \(ENTRAIDE_PORT or .*entraide\.json\): /),
        expect.stringMatching(/^configuration: pages\.0\.channel/),
        expect.stringMatching(/^configuration: secondJudge\.url .*use https/),
        expect.stringMatching(/^configuration: .*colour/),
      ]),
    )
  })

  test('a server beyond this machine needs its public address; a bot without an id needs leave', async () => {
    place.configure({ host: '0.0.0.0', bot: {}, pages: [page] })
    const { err } = await run('check')
    expect(err).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/publicUrl is not set/),
        expect.stringMatching(/bot is set up without appId/),
      ]),
    )
  })

  test('replies of unknown fate are counted, and where to settle them is told', async () => {
    await place.withStore((store) =>
      store.transaction((tx) => tx.insertOutbox(anOutboxRow({ state: 'unknown' }))),
    )
    expect((await run('check')).err).toContainEqual(
      expect.stringMatching(/1 reply of unknown fate.*Deliveries/),
    )
  })

  test('a file that is no database is named', async () => {
    place.write('data.sqlite', 'these are not the bytes of a database'.repeat(40))
    expect((await run('check')).err).toEqual([expect.stringMatching(/^database: .*data\.sqlite.*backup/)])
  })
})
