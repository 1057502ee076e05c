// The skeleton of every page seen by customers: what any head holds, around what the page brings.
import { assetPaths } from './assets.ts'
import { type Html, html } from './html.ts'
import type { Lang } from './lang.ts'

export interface DocumentParts {
  lang: Lang
  title: string
  /** Whose page it is; stands behind the title. */
  site: string
  head: readonly (Html | string | null | undefined | false)[]
  body: Html
}

export function documentOf({ lang, title, site, head, body }: DocumentParts): string {
  return html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · ${site}</title>
<link rel="stylesheet" href="${assetPaths.style}">
<link rel="icon" href="${assetPaths.icon}" type="image/svg+xml">
${head}
</head>
<body>
${body}
</body>
</html>`.text
}
