// The commands by name.
import { check } from './check.ts'
import type { Command } from './command.ts'
import { backup, migrate, restore } from './database.ts'
import { evaluate } from './evaluate.ts'
import { exportFaq, importFaq } from './faq.ts'
import { replay } from './replay.ts'
import { serve } from './serve.ts'
import { simulate } from './simulate.ts'

export { UsageError } from './command.ts'

export const commands: Readonly<Record<string, Command>> = {
  serve,
  replay,
  simulate,
  eval: evaluate,
  import: importFaq,
  export: exportFaq,
  migrate,
  backup,
  restore,
  check,
}
