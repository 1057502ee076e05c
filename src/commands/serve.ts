// serve: opens the doors and keeps them open until told to stop.
import { openApp } from '../app.ts'
import { seedDemo } from '../play/index.ts'
import { argumentsOf, type Command, configured, noPlace, outside } from './command.ts'

const usage = 'serve [--empty] [--port N] [--host H]'

export const serve: Command = {
  summary: 'the pages, the console, the bot and the line (the default)',
  usage: '[--empty]',
  async run(args) {
    const { values, positionals } = argumentsOf(
      args,
      { empty: { type: 'boolean', default: false }, port: { type: 'string' }, host: { type: 'string' } },
      usage,
    )
    noPlace(positionals, usage)
    const config = configured({
      ...(values.port !== undefined && { port: Number(values.port) }),
      ...(values.host !== undefined && { host: values.host }),
      ...(values.empty && { demo: false }),
    })
    const opened = await openApp(config, outside)
    if (opened.kind === 'refused') throw new Error(opened.reason)
    const { app } = opened
    if (config.demo) await seedDemo(app.house, app.people)
    const { url } = await app.start()
    console.log(await welcome(url, app, await app.people.firstAdminPath()))
    await stopSignal()
    await app.stop()
    return 0
  },
}

async function welcome(
  url: string,
  app: { house: { desk: { pages(): Promise<readonly { pageId: string; channel: string }[]> } } },
  adminPath: string | null,
) {
  const page = (await app.house.desk.pages()).find(({ channel }) => channel === 'community')
  return [
    '',
    `  Start here        ${url}/`,
    page
      ? `  Community page    ${url}/c/${page.pageId}`
      : '  Community page    none yet: name one under "pages" in entraide.json',
    `  Console           ${url}/console`,
    ...(adminPath ? ['', `  Make the first admin (once): ${url}${adminPath}`] : []),
    '',
    '  Ctrl+C stops.',
    '',
  ].join('\n')
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
}
