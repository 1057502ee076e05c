// The model files as they lie in /models: which there are, and whether they are whole.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'

const manifest = z.object({
  /** Dimensions of the encoder's vectors. */
  dimensions: z.number().int().positive(),
  files: z.record(
    z.string(),
    z.object({ sha256: z.string().length(64), bytes: z.number().int().positive() }),
  ),
})

export type Manifest = z.infer<typeof manifest>

export type Folder =
  | { kind: 'whole'; manifest: Manifest; path(name: string): string; has(name: string): boolean }
  | { kind: 'unusable'; reason: string }

/** Reads and verifies the manifest's files: a truncated download must not answer questions. */
export function openFolder(folder: string): Folder {
  const path = (name: string) => join(folder, name)
  if (!existsSync(path('manifest.json'))) return { kind: 'unusable', reason: `no model files in ${folder}` }
  try {
    const read = manifest.parse(JSON.parse(readFileSync(path('manifest.json'), 'utf8')))
    const broken = Object.entries(read.files).find(
      ([name, { sha256 }]) => !existsSync(path(name)) || sha256 !== digest(path(name)),
    )
    if (broken)
      return { kind: 'unusable', reason: `${path(broken[0])} is missing or not whole; install it again` }
    return { kind: 'whole', manifest: read, path, has: (name) => name in read.files }
  } catch (error) {
    return {
      kind: 'unusable',
      reason: `${path('manifest.json')} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    }
  }
}

const digest = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex')
