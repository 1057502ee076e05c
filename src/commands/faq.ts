// import and export: the FAQ as JSON Lines, the format that docs/faq.md describes.
import { isUtf8 } from 'node:buffer'
import { readFileSync, writeFileSync } from 'node:fs'
import { argumentsOf, type Command, configured, inHouse, noPlace, placeOf } from './command.ts'

export const importFaq: Command = {
  summary: 'takes in a FAQ (JSON Lines); all of it or, with a mistake, none',
  usage: 'FILE',
  async run(args) {
    const file = placeOf(argumentsOf(args, {}, 'import FILE').positionals, 'import FILE')
    const text = readUtf8(file)
    const outcome = await inHouse(configured(), ({ desk }) => desk.importFaq(text, 'command line'))
    for (const { line, field, message } of outcome.errors)
      console.error(`${file}:${line}: ${field}: ${message}`)
    if (outcome.errors.length > 0) {
      console.error(`Nothing was imported: ${outcome.errors.length} mistake(s) to mend.`)
      return 1
    }
    console.log(`${outcome.added} added, ${outcome.revised} revised, ${outcome.unchanged} unchanged.`)
    return 0
  },
}

export const exportFaq: Command = {
  summary: 'writes the FAQ as JSON Lines, to a file or the screen',
  usage: '[FILE]',
  async run(args) {
    const [file, ...more] = argumentsOf(args, {}, 'export [FILE]').positionals
    noPlace(more, 'export [FILE]')
    const text = await inHouse(configured(), ({ desk }) => desk.exportFaq())
    if (file === undefined) process.stdout.write(text)
    else writeFileSync(file, text)
    return 0
  },
}

function readUtf8(file: string): string {
  const bytes = readFileSync(file)
  if (!isUtf8(bytes)) throw new Error(`${file} is not UTF-8. Save it as UTF-8 and try again.`)
  return new TextDecoder().decode(bytes)
}
