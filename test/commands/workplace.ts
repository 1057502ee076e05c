// A folder with a configuration and a database of its own, as an operator has one.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach } from '@jest/globals'
import { silentLog } from '../../src/log.ts'
import type { Store } from '../../src/ports/index.ts'
import { openStore } from '../../src/store/index.ts'

export interface Workplace {
  path(name: string): string
  write(name: string, text: string | Uint8Array): string
  read(name: string): string
  configure(settings: object): void
  /** Looks into the database, or puts something there. */
  withStore<T>(work: (store: Store) => Promise<T>): Promise<T>
}

/** A fresh one for each test of the file. */
export function openWorkplaces(): Workplace {
  let folder = ''
  const before = process.env.ENTRAIDE_CONFIG
  const path = (name: string) => join(folder, name)
  const write = (name: string, text: string | Uint8Array) => {
    writeFileSync(path(name), text)
    return path(name)
  }
  const database = () => path('data.sqlite')
  const configure = (settings: object) =>
    write('entraide.json', JSON.stringify({ databaseUrl: database(), model: 'off', ...settings }))
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'entraide-command-'))
    configure({})
    process.env.ENTRAIDE_CONFIG = path('entraide.json')
  })
  afterEach(() => {
    if (before === undefined) delete process.env.ENTRAIDE_CONFIG
    else process.env.ENTRAIDE_CONFIG = before
    rmSync(folder, { recursive: true, force: true })
  })
  return {
    path,
    write,
    read: (name) => readFileSync(path(name), 'utf8'),
    configure,
    async withStore(work) {
      const opened = await openStore({ url: database(), log: silentLog })
      if (opened.kind === 'refused') throw new Error(opened.reason)
      try {
        return await work(opened.store)
      } finally {
        await opened.store.close()
      }
    },
  }
}
