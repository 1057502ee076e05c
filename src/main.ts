#!/usr/bin/env node
// The command line: which command, its arguments, signals and exit codes.
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'

// Compiled code is kept between starts, which then take a third less; before the first import of ours, so that it counts.
enableCompileCache(join(import.meta.dirname, '../node_modules/.cache/entraide'))
const { commands, UsageError } = await import('./commands/index.ts')

const usage = `Usage: npm start [-- <command> ...]      (or: entraide <command> ...)

${Object.entries(commands)
  .map(([name, { summary, usage }]) => `  ${`${name} ${usage}`.padEnd(34)} ${summary}`)
  .join('\n')}

Settings come from entraide.json (or the file that ENTRAIDE_CONFIG names) and from ENTRAIDE_... variables;
docs/operate.md lists them.`

const [first, ...rest] = process.argv.slice(2)
const name = first === undefined || first.startsWith('--') ? 'serve' : first
const args = name === first ? rest : process.argv.slice(2)

if (first === '--help' || first === 'help') {
  console.log(usage)
} else {
  const command = commands[name]
  if (command) {
    process.exitCode = await command.run(args).catch((error: unknown) => {
      console.error(error instanceof Error ? error.message : String(error))
      return error instanceof UsageError ? 2 : 1
    })
  } else {
    console.error(`There is no command "${name}".\n\n${usage}`)
    process.exitCode = 2
  }
}
