// check: looks at the configuration, the database and the models, and says what is wrong and how to mend it.
import { readConfig } from '../config.ts'
import { isLoopback } from '../http/index.ts'
import { loadModels } from '../models/index.ts'
import { openStore } from '../store/index.ts'
import { argumentsOf, type Command, noPlace, outside } from './command.ts'

export const check: Command = {
  summary: 'says what is wrong with the configuration or the database, and how to mend it',
  usage: '',
  async run(args) {
    noPlace(argumentsOf(args, {}, 'check').positionals, 'check')
    const read = readConfig()
    if (read.kind === 'invalid') return tell(read.errors.map((error) => `configuration: ${error}`))
    const { config } = read
    const wrong: string[] = []
    if (!isLoopback(config.host) && config.publicUrl === null)
      wrong.push(
        'configuration: the server listens beyond this machine but publicUrl is not set. Set it to the address people use.',
      )
    if (config.bot && config.bot.appId === '' && !config.bot.anonymousOnLoopback)
      wrong.push(
        'configuration: bot is set up without appId. Set it, or anonymousOnLoopback for development.',
      )
    wrong.push(...(await database(config.databaseUrl, config.tenant)))
    const models = config.model === 'on' ? await loadModels() : null
    if (models?.kind === 'unavailable') console.log(`note: the text model is not in use: ${models.reason}`)
    return tell(wrong)
  },
}

async function database(url: string, tenant: string): Promise<string[]> {
  const opened = await openStore({ url, tenant, log: outside.log })
  if (opened.kind === 'refused') return [`database: ${opened.reason}`]
  const wrong = await opened.store.read(async (tx) => {
    const [pages, entries, unknown] = [
      await tx.settings(),
      await tx.entries(),
      await tx.outboxIn(['unknown'], 1_000),
    ]
    return [
      ...(pages.length === 0
        ? ['database: no page is set up. Add one under "pages" in the configuration.']
        : []),
      ...(entries.length === 0 ? ['database: the FAQ is empty. Import one: entraide import FILE.'] : []),
      ...(unknown.length > 0
        ? [
            `database: ${unknown.length} repl${unknown.length === 1 ? 'y' : 'ies'} of unknown fate. Settle them in the console, Deliveries.`,
          ]
        : []),
    ]
  })
  await opened.store.close()
  return wrong
}

function tell(wrong: readonly string[]): number {
  for (const line of wrong) console.error(line)
  if (wrong.length === 0) console.log('All is well.')
  return wrong.length === 0 ? 0 : 1
}
