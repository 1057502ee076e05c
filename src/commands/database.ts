// migrate, backup and restore: the database itself.
import { openStore, restore as restoreStore } from '../store/index.ts'
import { argumentsOf, type Command, configured, noPlace, outside, placeOf } from './command.ts'

export const migrate: Command = {
  summary: 'brings the database to this version',
  usage: '',
  async run(args) {
    noPlace(argumentsOf(args, {}, 'migrate').positionals, 'migrate')
    const { store } = await opened()
    await store.close()
    console.log('The database is at this version.')
    return 0
  },
}

export const backup: Command = {
  summary: 'copies the database to a file while it runs',
  usage: 'FILE',
  async run(args) {
    const file = placeOf(argumentsOf(args, {}, 'backup FILE').positionals, 'backup FILE')
    const { store } = await opened()
    const outcome = await store.backup(file)
    await store.close()
    if (outcome.kind === 'cannot') throw new Error(outcome.reason)
    console.log(`${file}: ${outcome.bytes} bytes.`)
    return 0
  },
}

export const restore: Command = {
  summary: 'puts a backup in place of the database (stop the server first)',
  usage: 'FILE',
  async run(args) {
    const file = placeOf(argumentsOf(args, {}, 'restore FILE').positionals, 'restore FILE')
    const { databaseUrl, tenant } = configured()
    const outcome = await restoreStore({
      file,
      url: databaseUrl,
      tenant,
      log: outside.log,
      now: outside.clock.now(),
    })
    if (outcome.kind === 'refused') throw new Error(outcome.reason)
    console.log(
      `Restored. ${outcome.unknown} unfinished repl${outcome.unknown === 1 ? 'y is' : 'ies are'} of unknown fate: see Deliveries in the console.`,
    )
    return 0
  },
}

async function opened() {
  const { databaseUrl, tenant } = configured()
  const outcome = await openStore({ url: databaseUrl, tenant, log: outside.log })
  if (outcome.kind === 'refused') throw new Error(outcome.reason)
  return outcome
}
