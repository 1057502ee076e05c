// A process that migrates the database named in its argument and dies half-way through a migration.
import { type Kysely, sql } from 'kysely'
import { silentLog } from '../../src/log.ts'
import { openStore } from '../../src/store/index.ts'
import { type Migration, migrations } from '../../src/store/migrations.ts'

const [url = '', how = ''] = process.argv.slice(2)

/** A later version's migration: two statements, and the process ends between them. */
export const later: Migration = {
  name: '9999-later',
  async up(db: Kysely<unknown>) {
    await sql`create table later_one (id integer)`.execute(db)
    if (how === 'die') process.kill(process.pid, 'SIGKILL')
    await sql`create table later_two (id integer)`.execute(db)
  },
}

if (how === 'die') await openStore({ url, log: silentLog, migrations: [...migrations, later] })
