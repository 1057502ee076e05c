// Computes the vectors of the industries' phrasings once, into models/known.bin, and names it in the manifest.
// node test/bench/known.ts, after the models were exported.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { parsePack } from '../../knowledge/entry.ts'
import { phrasingsOf } from '../../knowledge/phrasings.ts'
import { knownRecord, loadModels } from '../../src/models/index.ts'

const models = new URL('../../models/', import.meta.url)
const packs = new URL('../../knowledge/packs/', import.meta.url)

const loaded = await loadModels({ threads: 2 })
if (loaded.kind === 'unavailable') throw new Error(loaded.reason)
const texts = readdirSync(packs).flatMap((industry) =>
  phrasingsOf([], parsePack(readFileSync(new URL(`${industry}/entries.jsonl`, packs), 'utf8'))),
)
const unique = [...new Set(texts.map(({ text }) => text))]
const vectors = await loaded.encoder.embed(unique.map((text) => ({ text, role: 'passage' as const })))
const bytes = Buffer.concat(
  unique.flatMap((text, at) => {
    const vector = vectors[at]
    return vector ? [knownRecord(`passage: ${text}`, vector.meaning)] : []
  }),
)
writeFileSync(new URL('known.bin', models), bytes)
const manifestFile = new URL('manifest.json', models)
const manifest = JSON.parse(readFileSync(manifestFile, 'utf8'))
manifest.files['known.bin'] = {
  sha256: createHash('sha256').update(bytes).digest('hex'),
  bytes: bytes.length,
}
writeFileSync(manifestFile, `${JSON.stringify(manifest, null, 2)}\n`)
console.log(`${unique.length} phrasings, ${(bytes.length / 1e6).toFixed(1)} MB`)
