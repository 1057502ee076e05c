// The demonstration brand: a fictional bank, its FAQ and a dozen threads in every state.
import { readFileSync } from 'node:fs'
import { defaultSettings, type PageSettings } from '../policy/index.ts'

export { type DemoPost, type DemoThread, demoThreads } from './threads.ts'

/** People of the threads who can be entered with one click. */
export const demoRoles = { 'Camille Roux': 'customer', 'Noé Lambert': 'member' } as const
/** Who decides in the demonstration's past; a holding statement needs the second. */
export const demoModerators = ['moderator', 'admin'] as const

export function demoFaq(): string {
  return readFileSync(new URL('./faq.jsonl', import.meta.url), 'utf8')
}

export const demoPage: PageSettings = {
  ...defaultSettings({
    pageId: 'lanterne',
    channel: 'community',
    brand: 'Banque Lanterne',
    name: 'Banque Lanterne, l’entraide',
  }),
  hours: [
    [{ from: '08:30', until: '19:00' }],
    [{ from: '08:30', until: '19:00' }],
    [{ from: '08:30', until: '19:00' }],
    [{ from: '08:30', until: '19:00' }],
    [{ from: '08:30', until: '19:00' }],
    [{ from: '09:00', until: '12:30' }],
    [],
  ],
}
