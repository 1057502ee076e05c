// npm run build: the console's client as one script and one page, named by their content.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { build } from 'esbuild'

const here = import.meta.dirname
const dist = join(here, 'dist')

rmSync(dist, { recursive: true, force: true })
mkdirSync(dist, { recursive: true })
const { metafile } = await build({
  entryPoints: { console: join(here, 'client/main.tsx') },
  outdir: dist,
  entryNames: '[name]-[hash]',
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  jsx: 'automatic',
  metafile: true,
  define: { 'process.env.NODE_ENV': '"production"' },
  logLevel: 'warning',
})
const files = Object.keys(metafile.outputs).map((file) => basename(file))
const named = (end: string) => files.filter((file) => file.endsWith(end))
writeFileSync(
  join(dist, 'index.html'),
  `<!doctype html>
<html lang="fr">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Entraide</title>
<link rel="icon" href="/icon.svg">
${named('.css')
  .map((file) => `<link rel="stylesheet" href="/console-files/${file}">`)
  .join('\n')}
<div id="console"></div>
${named('.js')
  .map((file) => `<script type="module" src="/console-files/${file}"></script>`)
  .join('\n')}
</html>
`,
)
