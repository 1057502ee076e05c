// The contract over a real PostgreSQL that the tests start themselves.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { silentLog } from '../../src/log.ts'
import { openStore } from '../../src/store/index.ts'
import { postgresIsOff, startPostgres, type TestPostgres } from '../fakes/postgres.ts'
import { storeContract } from './contract.ts'

if (postgresIsOff) {
  it('is left out: ENTRAIDE_TEST_POSTGRES=off', () => expect(process.env.ENTRAIDE_TEST_POSTGRES).toBe('off'))
} else {
  let server: TestPostgres
  beforeAll(async () => {
    server = await startPostgres()
  }, 60_000)
  afterAll(() => server?.stop())

  storeContract('PostgreSQL', () => server.database())

  describe('PostgreSQL', () => {
    it('says what is wrong when it cannot be reached, without the password', async () => {
      const outcome = await openStore({ url: 'postgres://user:secret-word@127.0.0.1:1/none', log: silentLog })
      expect(outcome).toMatchObject({
        kind: 'refused',
        reason: expect.stringContaining('ENTRAIDE_DATABASE_URL'),
      })
      expect(JSON.stringify(outcome)).not.toContain('secret-word')
    })
  })
}
