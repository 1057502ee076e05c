// The house's own rules: what may import what, read with the TypeScript compiler, type imports included.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import ts from 'typescript'

const root = resolve(import.meta.dirname, '..')

interface Room {
  /** Rooms it may enter, through their index.ts. */
  may: readonly string[]
  /** npm names allowed in it; a name under a path is allowed below that path alone. */
  npm: Readonly<Record<string, string>>
}

/** The table of the design. Node's own modules are listed as `node:`. */
const rooms: Readonly<Record<string, Room>> = {
  knowledge: { may: [], npm: { natural: 'knowledge/languages', zod: 'knowledge/entry.ts' } },
  dialogs: { may: [], npm: {} },
  'src/policy': { may: ['knowledge'], npm: {} },
  'src/ports': { may: ['src/policy', 'knowledge'], npm: {} },
  'src/flow': {
    may: ['src/ports', 'src/policy', 'knowledge', 'dialogs'],
    npm: { 'node:crypto': 'src/flow/inbox.ts' },
  },
  'src/store': {
    may: ['src/ports'],
    npm: {
      'better-sqlite3': 'src/store/sqlite.ts',
      pg: 'src/store/postgres.ts',
      kysely: 'src/store',
      'node:': 'src/store',
    },
  },
  'src/channels': {
    may: ['src/ports'],
    npm: {
      botbuilder: 'src/channels/botframework',
      'botframework-connector': 'src/channels/botframework',
      zod: 'src/channels',
      'node:': 'src/channels',
    },
  },
  'src/http': {
    may: ['src/ports'],
    npm: { restify: 'src/http', 'better-auth': 'src/http/people', zod: 'src/http', 'node:': 'src/http' },
  },
  'src/time': { may: ['src/ports'], npm: { 'date-holidays': 'src/time' } },
  'src/models': {
    may: ['src/ports'],
    npm: {
      'onnxruntime-node': 'src/models',
      '@huggingface/tokenizers': 'src/models',
      zod: 'src/models',
      'node:': 'src/models',
    },
  },
  'src/desks': {
    may: ['src/flow', 'src/ports', 'dialogs'],
    npm: {
      '@microsoft/teams-ai': 'src/desks/teams',
      botbuilder: 'src/desks/teams',
      react: 'src/desks/console',
      'react-dom': 'src/desks/console',
      '@fluentui/': 'src/desks/console',
      esbuild: 'src/desks/console/build.ts',
      zod: 'src/desks',
      'node:': 'src/desks',
    },
  },
  'src/demo': { may: ['src/policy', 'src/ports', 'knowledge'], npm: { 'node:': 'src/demo' } },
  'src/simulate': { may: ['src/policy', 'src/ports', 'knowledge'], npm: {} },
  'src/play': {
    may: ['src/flow', 'src/ports', 'src/policy', 'knowledge', 'dialogs', 'src/demo'],
    npm: { zod: 'src/play/labelled.ts', 'node:': 'src/play' },
  },
}

/** Files directly under src/ and the commands wire the rooms: they may enter any. */
const isWiring = (file: string) => /^src\/[^/]+\.ts$/.test(file) || file.startsWith('src/commands/')

const sources = ['knowledge', 'dialogs', 'src'].flatMap(filesBelow)

function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((file) => !file.includes('/dist/'))
}

function roomOf(file: string): string | null {
  const [first = '', second = ''] = file.split('/')
  return first === 'src' ? (isWiring(file) ? null : `src/${second}`) : first
}

/** Every module a file names: imports, exports from, dynamic imports; types too. */
function importsOf(file: string): string[] {
  const source = ts.createSourceFile(
    file,
    readFileSync(join(root, file), 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  )
  const names: string[] = []
  const visit = (node: ts.Node): void => {
    if (
      (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) &&
      node.moduleSpecifier &&
      ts.isStringLiteral(node.moduleSpecifier)
    )
      names.push(node.moduleSpecifier.text)
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [argument] = node.arguments
      names.push(argument && ts.isStringLiteral(argument) ? argument.text : '(computed)')
    }
    if (
      ts.isImportTypeNode(node) &&
      ts.isLiteralTypeNode(node.argument) &&
      ts.isStringLiteral(node.argument.literal)
    )
      names.push(node.argument.literal.text)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return names
}

const targetOf = (file: string, name: string) => relative(root, resolve(root, dirname(file), name))

/** Why this import is not allowed; null when it is. */
function objection(file: string, name: string): string | null {
  const room = roomOf(file)
  if (!name.startsWith('.')) return room === null ? null : npmObjection(file, room, name)
  const target = targetOf(file, name)
  const into = roomOf(target)
  if (into === room) return null
  if (room === null || into === null)
    return into !== null && !isFace(target)
      ? `${file} enters ${into} by ${target}, not by its index.ts`
      : room === null
        ? null
        : `${file} imports the wiring ${target}`
  if (!rooms[room]?.may.includes(into)) return `${file} (${room}) may not import ${into}`
  return isFace(target) ? null : `${file} enters ${into} by ${target}, not by its index.ts`
}

const isFace = (target: string) => /^(knowledge|dialogs|src\/[a-z]+)\/index\.ts$/.test(target)

function npmObjection(file: string, room: string, name: string): string | null {
  if (name === 'natural' || name.startsWith('natural/lib/natural/util'))
    return `${file} imports ${name}: sub-paths of stemmers only`
  const allowed = Object.entries(rooms[room]?.npm ?? {}).some(
    ([prefix, below]) =>
      (name === prefix ||
        name.startsWith(prefix.endsWith(':') || prefix.endsWith('/') ? prefix : `${prefix}/`)) &&
      file.startsWith(below),
  )
  return allowed ? null : `${file} imports ${name}, which is not allowed there`
}

describe('the house', () => {
  it('has only rooms that the table knows', () => {
    const known = new Set([...Object.keys(rooms), null])
    expect([...new Set(sources.map(roomOf))].filter((room) => !known.has(room))).toEqual([])
  })

  it('imports only what the table allows, and rooms by their face alone', () => {
    const objections = sources.flatMap((file) =>
      importsOf(file).flatMap((name) => objection(file, name) ?? []),
    )
    expect(objections).toEqual([])
  })

  it('has no circles between files', () => {
    const graph = new Map(
      sources.map((file) => [
        file,
        importsOf(file)
          .filter((name) => name.startsWith('.'))
          .map((name) => targetOf(file, name)),
      ]),
    )
    expect(circles(graph)).toEqual([])
  })

  it('keeps time, chance, the network and the process out of the pure rooms', () => {
    const forbidden = /\b(Date\.now|new Date\(\)|Math\.random|setTimeout|setInterval|process\.|fetch\()/
    const pure = sources.filter((file) =>
      ['knowledge', 'dialogs', 'src/policy', 'src/flow'].includes(roomOf(file) ?? ''),
    )
    expect(pure.length).toBeGreaterThan(20)
    expect(pure.filter((file) => forbidden.test(withoutComments(file)))).toEqual([])
  })

  it('reads the environment in config.ts alone', () => {
    const readers = sources.filter(
      (file) => file !== 'src/config.ts' && /process\.env(?!\.NODE_ENV')/.test(withoutComments(file)),
    )
    expect(readers).toEqual([])
  })

  it('says in the first line of each file what it is for, in 300 lines at most', () => {
    const first = (file: string) => readFileSync(join(root, file), 'utf8').split('\n')
    expect(sources.filter((file) => !/^(\/\/|\/\*|#!)/.test(first(file)[0] ?? ''))).toEqual([])
    expect(sources.filter((file) => first(file).length > 301)).toEqual([])
  })

  it('notices what breaks its rules', () => {
    expect(objection('src/policy/x.ts', '../store/index.ts')).toMatch('may not import')
    expect(objection('src/flow/x.ts', '../policy/rules/late.ts')).toMatch('not by its index')
    expect(objection('knowledge/match.ts', 'natural')).toMatch('natural')
    expect(objection('src/http/server.ts', 'pg')).toMatch('not allowed')
    expect(
      circles(
        new Map([
          ['a', ['b']],
          ['b', ['a']],
        ]),
      ),
    ).toHaveLength(1)
  })
})

function withoutComments(file: string): string {
  return readFileSync(join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|(^|\s)\/\/.*$/gm, '')
}

/** Depth-first search; each circle is told once, by the import that closes it. */
function circles(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>()
  const path: string[] = []
  const found: string[] = []
  const visit = (file: string): void => {
    if (done.has(file)) return
    if (path.includes(file)) {
      found.push([...path.slice(path.indexOf(file)), file].join(' -> '))
      return
    }
    path.push(file)
    for (const next of graph.get(file) ?? []) visit(next)
    path.pop()
    done.add(file)
  }
  for (const file of graph.keys()) visit(file)
  return found
}
