// Writes what the verifier learns from: posts with the entries that matching puts first, as the product would put them.
// node test/bench/verifier-inputs.ts OUT
import { writeFileSync } from 'node:fs'
import { buildLikeness } from '../../knowledge/build-likeness.ts'
import type { Entry, Lang, PackEntry } from '../../knowledge/entry.ts'
import type { Encoder, VerifyInput } from '../../knowledge/judgement.ts'
import { entryShares } from '../../knowledge/match.ts'
import { type Spaces, spacesOfPosts } from '../../knowledge/spaces.ts'
import { verifyInput } from '../../knowledge/verify.ts'
import { match } from '../../knowledge/weights/model.ts'
import { loadModels } from '../../src/models/index.ts'
import { brands, type LabelledBrand, labelledBrand, ownBrands, packs } from './labelled.ts'

interface Row {
  /** A brand's name, or "pack bank". */
  from: string
  id: string
  lang: string
  /** Place of the right one among the candidates; -1 where none is. */
  right: number
  candidates: VerifyInput[]
  /** The share that matching gives each. */
  shares: number[]
}

interface Posts {
  from: string
  entries: readonly Entry[]
  pack: readonly PackEntry[]
  posts: readonly { id: string; lang: string; text: string; entry: string | null }[]
}

const kept = 8
/** Of a pack's phrasings in a language so many are posts: a pass reads far fewer than there are. */
const askedOfPack = 3

const [out] = process.argv.slice(2)
if (!out) throw new Error('Say where to write: node test/bench/verifier-inputs.ts OUT')
const models = await loadModels({ threads: 2 })
if (models.kind === 'unavailable') throw new Error(models.reason)
const rows: Row[] = []
for (const posts of [
  ...[...brands.map((brand) => labelledBrand(brand)), ...ownBrands()].map(ofBrand),
  ...packs().map(ofPack),
])
  rows.push(...(await rowsOf(posts, models.encoder)))
writeFileSync(out, `${rows.map((row) => JSON.stringify(row)).join('\n')}\n`)
console.log(`${rows.length} posts, ${rows.filter(({ right }) => right < 0).length} without an entry`)

function ofBrand({ brand, entries, pack, questions }: LabelledBrand): Posts {
  return { from: brand, entries, pack, posts: questions }
}

/** Half of a pack's phrasings are what is known of its questions, some of the others are posts that ask them. */
function ofPack({ name, questions }: ReturnType<typeof packs>[number]): Posts {
  const half = (texts: readonly string[] = [], odd: number) => texts.filter((_, at) => at % 2 === odd)
  const entries = questions.map(
    ({ id, topic, question, variants }): Entry => ({
      id,
      topic,
      question,
      answer: {},
      keyPoints: [],
      links: [],
      variants: { fr: half(variants.fr, 0), en: half(variants.en, 0) },
      revision: 1,
    }),
  )
  const posts = questions.flatMap(({ id, variants }) =>
    (['fr', 'en'] as const).flatMap((lang) =>
      half(variants[lang], 1)
        .slice(0, askedOfPack)
        .map((text, at) => ({ id: `${id}.${lang}.${at}`, lang, text, entry: id })),
    ),
  )
  return { from: `pack ${name}`, entries, pack: [], posts }
}

async function rowsOf({ from, entries, pack, posts }: Posts, encoder: Encoder): Promise<Row[]> {
  const likeness = await buildLikeness(entries, pack, encoder)
  const heard = await encoder.hear(posts.map(({ text }) => ({ text, role: 'query' as const })))
  const texts = posts.map(({ text }) => text)
  const spaced = await spacesOfPosts(likeness, texts, heard, encoder)
  return posts.map(({ id, lang, entry }, at) => {
    const spaces = spaced[at] as Spaces
    const shares = entryShares(likeness, spaces, match[likeness.phrased].likeness)
    const right = entries.findIndex((one) => one.id === entry)
    const first = [...shares.keys()].toSorted((a, b) => (shares[b] ?? 0) - (shares[a] ?? 0)).slice(0, kept)
    const places = right < 0 || first.includes(right) ? first : [...first.slice(0, -1), right]
    return {
      from,
      id,
      lang,
      right: places.indexOf(right),
      candidates: places.map((place) =>
        verifyInput(likeness, spaces, place, (lang === 'en' ? 'en' : 'fr') satisfies Lang),
      ),
      shares: places.map((place) => Number((shares[place] ?? 0).toPrecision(4))),
    }
  })
}
