/** @jest-environment ./test/fakes/outer-arrays.mjs */
// The models behind their ports: the shipped files, and every way in which they can be missing or broken.
import { copyFile, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Heard } from '../../knowledge/index.ts'
import { meanOfBest } from '../../knowledge/pieces.ts'
import { loadModels } from '../../src/models/index.ts'
import type {
  AnswerJudge,
  Encoder,
  JudgeInput,
  JudgeOutput,
  Verifier,
  VerifyInput,
} from '../../src/ports/index.ts'

const shipped = join(import.meta.dirname, '../../models')
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'entraide-models-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('the shipped encoder', () => {
  let encoder: Encoder
  beforeAll(async () => {
    const models = await loadModels()
    if (models.kind === 'unavailable') throw new Error(models.reason)
    encoder = models.encoder
  }, 60_000)

  const query = (text: string) => ({ text, role: 'query' as const })
  const likeness = (a: Float32Array, b: Float32Array) =>
    a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0)

  test('gives unit vectors, the same for the same text alone or among others', async () => {
    const [alone] = await encoder.embed([query('Comment bloquer ma carte ?')])
    const second = await loadModels()
    if (second.kind === 'unavailable' || !alone) throw new Error('no encoder')
    const among = await second.encoder.embed([
      query('Un texte bien plus long, pour que le lot soit rempli à côté de la question courte.'),
      query('Comment bloquer ma carte ?'),
    ])
    expect(likeness(alone.meaning, alone.meaning)).toBeCloseTo(1, 4)
    expect(likeness(alone.sound, alone.sound)).toBeCloseTo(1, 4)
    // Eight-bit weights are scaled by the batch: near, not equal.
    expect(likeness(alone.meaning, among[1]?.meaning ?? alone.sound)).toBeGreaterThan(0.98)
  }, 60_000)

  test('brings the same question in other words and in the other language nearer than another question', async () => {
    const [asked, same, english, other] = await encoder.embed(
      [
        'Comment bloquer ma carte ?',
        'j’ai perdu ma CB, je fais opposition où ?',
        'How do I block my card?',
        'Quels sont les horaires de l’agence ?',
      ].map(query),
    )
    if (!asked || !same || !english || !other) throw new Error('a vector is missing')
    const far = likeness(asked.meaning, other.meaning)
    expect(likeness(asked.meaning, same.meaning)).toBeGreaterThan(far)
    expect(likeness(asked.meaning, english.meaning)).toBeGreaterThan(far)
  })

  test('hears every piece as a unit vector', async () => {
    const long = 'Un texte bien plus long, pour que le lot soit rempli à côté de la question courte.'
    const [heard] = await encoder.hear([query('Comment bloquer ma carte ?'), query(long)])
    if (!heard) throw new Error('nothing was heard')
    const { width, vectors } = heard.pieces
    expect(vectors.length / width).toBeGreaterThan(5)
    for (let at = 0; at < vectors.length; at += width) {
      const piece = vectors.slice(at, at + width)
      expect(likeness(piece, piece)).toBeCloseTo(1, 4)
    }
    const [embedded] = await encoder.embed([query('Comment bloquer ma carte ?')])
    // Eight-bit weights are scaled by the batch: near, not equal.
    expect(likeness(heard.meaning, embedded?.meaning ?? heard.sound)).toBeGreaterThan(0.98)
  })

  test('hears what posts are held against once, and keeps no post', async () => {
    const texts = (['passage', 'query'] as const).map((role) => ({ text: 'Bloquer ma carte', role }))
    const [[passage, post], [again, later]] = [await encoder.hear(texts), await encoder.hear(texts)]
    expect(again).toBe(passage)
    expect(later).not.toBe(post)
    if (!post || !later) throw new Error('a post was not heard')
    // Eight-bit weights are scaled by the batch: near, not equal.
    expect(likeness(later.meaning, post.meaning)).toBeGreaterThan(0.98)
  })

  test('multiplies each vector of the one with each of the other', async () => {
    const asked = { width: 4, vectors: Float32Array.of(1, 2, 3, 4, 0, 0, 0, 1) }
    const held = { width: 4, vectors: Float32Array.of(1, 0, 0, 0, 0, 0, 1, 1, 2, 2, 0, 0) }
    const [first, second] = await Promise.all([
      encoder.products(asked, [held]),
      encoder.products(held, [asked, asked]),
    ])
    expect([...first]).toEqual([1, 7, 6, 0, 1, 0])
    expect([...second]).toEqual([1, 0, 1, 0, 7, 1, 7, 1, 6, 0, 6, 0])
    expect(await encoder.products(asked, [])).toHaveLength(0)
  })

  test('finds the pieces of a post in the text that speaks of the same', async () => {
    const passage = (text: string) => ({ text, role: 'passage' as const })
    const [asked] = await encoder.hear([query('on m’a volé ma CB, je fais quoi ?')])
    const [card, hours] = await encoder.hear([
      passage('Comment faire opposition à ma carte ? Appelez le numéro au dos de la carte, jour et nuit.'),
      passage('Quels sont les horaires de l’agence ? Du mardi au samedi, de 9 h à 17 h.'),
    ])
    if (!asked || !card || !hours) throw new Error('a text was not heard')
    const found = async ({ pieces }: Heard) =>
      meanOfBest(await encoder.products(asked.pieces, [pieces]), [pieces.vectors.length / pieces.width])[0] ??
      0
    expect(await found(card)).toBeGreaterThan(await found(hours))
  })

  test.each([
    ['nothing', ''],
    ['ten thousand characters', 'carte '.repeat(1_700)],
    ['emoji alone', '😀😀😀'],
    ['zalgo', 'c̸̡̛a̷r̶t̵e̸'],
    ['a right-to-left override', '\u202Eetrac'],
    ['HTML', '<script>alert(1)</script>'],
  ])('reads %s without failing', async (_, text) => {
    const [vectors] = await encoder.embed([query(text)])
    expect(vectors?.meaning.every(Number.isFinite)).toBe(true)
  })
})

describe('the shipped judge', () => {
  let judge: AnswerJudge
  beforeAll(async () => {
    const models = await loadModels()
    if (models.kind === 'unavailable') throw new Error(models.reason)
    judge = models.judge
  }, 60_000)

  const item = (reply: string, keyPoints: readonly string[], cues: readonly string[]): JudgeInput => ({
    question: 'Combien de temps pour être remboursé ?',
    reply,
    lang: 'fr',
    entryQuestion: 'Quand suis-je remboursé ?',
    keyPoints,
    cues,
    strange: null,
  })
  const points = ['Remboursement sous 14 jours', 'Sur la carte qui a payé']
  const right = item('Sous 14 jours, sur la carte avec laquelle vous avez payé.', points, ['=', ''])
  const total = (chances: readonly number[]) => chances.reduce((sum, chance) => sum + chance, 0)

  test('gives chances of the verdict and of each key point', async () => {
    const [output] = await judge.judge([right])
    expect(output?.verdict).toHaveLength(5)
    expect(total(output?.verdict ?? [])).toBeCloseTo(1, 4)
    expect(output?.keyPoints.map((chances) => chances.length)).toEqual([3, 3])
    for (const chances of output?.keyPoints ?? []) expect(total(chances)).toBeCloseTo(1, 4)
  })

  test('finds a reply with another figure likelier to be wrong than the right one, alone or among longer ones', async () => {
    const wrong = item('Sous 30 jours, sur la carte avec laquelle vous avez payé.', points, [
      '≠ 30 jours',
      '',
    ])
    const long = item('Bonjour, '.repeat(60), points, ['?', ''])
    const contradicted = (outputs: readonly (JudgeOutput | null)[]) =>
      outputs.map((one) => one?.verdict[2] ?? 0)
    const [alone = 0] = contradicted(await judge.judge([wrong]))
    const [good = 0, among = 0] = contradicted(await judge.judge([right, wrong, long]))
    expect(among).toBeGreaterThan(good)
    // Eight-bit weights are scaled by the batch: near, not equal.
    expect(Math.abs(alone - among)).toBeLessThan(0.15)
  })

  test('leaves out key points beyond what it can read, and says nothing of them', async () => {
    const many = Array.from({ length: 40 }, (_, at) => `${points[0]}, cas ${at} : ${'un détail '.repeat(12)}`)
    const [output] = await judge.judge([
      item(
        right.reply,
        many,
        many.map(() => ''),
      ),
    ])
    expect(output?.keyPoints.length).toBeGreaterThan(3)
    expect(output?.keyPoints.length).toBeLessThan(40)
  })
})

describe('the shipped verifier', () => {
  let verifier: Verifier
  beforeAll(async () => {
    const models = await loadModels()
    if (models.kind === 'unavailable') throw new Error(models.reason)
    verifier = models.verifier
  }, 60_000)

  const pair = (post: string, question: string, answer = ''): VerifyInput => ({
    post,
    question,
    phrasing: null,
    answer,
  })
  const post = 'ma carte a disparu, il faut que je l’annule tout de suite'
  const right = pair(post, 'Comment faire opposition à ma carte ?', 'Dans l’application, rubrique Cartes.')
  const wrong = pair(post, 'Comment commander une carte de plus ?', 'Dans l’application, rubrique Cartes.')

  test('finds what the post asks likelier than its neighbour, alone or among longer ones', async () => {
    const [good = 0, bad = 0] = await verifier.score([right, wrong])
    expect(good).toBeGreaterThan(bad)
    const [, among = 0] = await verifier.score([pair('Bonjour, '.repeat(60), right.question), right])
    // Eight-bit weights are scaled by the batch: near, not equal.
    expect(Math.abs(good - among)).toBeLessThan(1)
  })

  test.each([
    ['nothing', ''],
    ['ten thousand characters', 'carte '.repeat(1_700)],
    ['emoji alone', '😀😀😀'],
    ['a right-to-left override', '\u202Eetrac'],
  ])('reads %s without failing', async (_, text) => {
    const [score] = await verifier.score([pair(text, text, text)])
    expect(Number.isFinite(score)).toBe(true)
  })
})

describe('files that cannot be used', () => {
  async function unavailable(): Promise<string> {
    const models = await loadModels({ folder })
    if (models.kind === 'ready') throw new Error('These files should not be used.')
    return models.reason
  }

  test('none at all', async () => {
    expect(await unavailable()).toContain('no model files')
  })

  test('a manifest that is no JSON', async () => {
    await writeFile(join(folder, 'manifest.json'), '{')
    expect(await unavailable()).toContain('manifest.json cannot be read')
  })

  test('a file that was cut short', async () => {
    const manifest = JSON.parse(await readFile(join(shipped, 'manifest.json'), 'utf8'))
    for (const name of ['manifest.json', ...Object.keys(manifest.files)])
      await copyFile(join(shipped, name), join(folder, name))
    await truncate(join(folder, 'matcher.onnx'), 1_000_000)
    expect(await unavailable()).toContain('matcher.onnx is missing or not whole')
  })

  test('a whole file that is no model', async () => {
    const { createHash } = await import('node:crypto')
    const bytes = Buffer.from('no model')
    const manifest = JSON.parse(await readFile(join(shipped, 'manifest.json'), 'utf8'))
    delete manifest.files['known.bin']
    manifest.files['matcher.onnx'] = {
      sha256: createHash('sha256').update(bytes).digest('hex'),
      bytes: bytes.length,
    }
    await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest))
    await writeFile(join(folder, 'matcher.onnx'), bytes)
    expect(await unavailable()).toContain('cannot run here')
  })
})
