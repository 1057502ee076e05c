// A real Chromium for tests: the machine's own, started headless with a fresh profile.
import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'

const candidates = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
]

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Where the machine's Chromium lies; `ENTRAIDE_CHROMIUM` names another. Throws with how to mend it where there is none. */
export function chromiumPath(): string {
  const path = [process.env.ENTRAIDE_CHROMIUM ?? '', ...candidates].find(
    (each) => each !== '' && existsSync(each),
  )
  if (path) return path
  throw new Error(
    'No Chromium on this machine: install it (Debian: apt-get install chromium) or name it in ENTRAIDE_CHROMIUM.',
  )
}

/** Starts Chromium; every `newContext()` of it is a fresh visitor. The caller closes it. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath(), headless: true, args: flags })
}

/** Saves a picture of the page under artefacts/ and returns its path. */
export async function keepPicture(
  page: Page,
  name: string,
  options: { fullPage?: boolean } = {},
): Promise<string> {
  const path = join(import.meta.dirname, '../../artefacts', `${name}.png`)
  await mkdir(dirname(path), { recursive: true })
  await page.screenshot({ path, fullPage: options.fullPage ?? true, animations: 'disabled' })
  return path
}
