// The commands by name.
import { check } from './check.ts'
import type { Command } from './command.ts'
import { backup, migrate, restore } from './database.ts'
import { evaluate } from './evaluate.ts'
import { exportFaq, importFaq } from './faq.ts'
import { replay } from './replay.ts'
import { serve } from './serve.ts'

export { UsageError } from './command.ts'

export const commands: Readonly<Record<string, Command>> = {
  serve,
  replay,
  eval: evaluate,
  import: importFaq,
  export: exportFaq,
  migrate,
  backup,
  restore,
  check,
}
