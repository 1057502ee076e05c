// A phrasing that a moderator confirmed joins its entry at once.
import { maskPersonalData } from '../../knowledge/index.ts'
import type { Order } from '../policy/index.ts'
import { noteKnowledgeChange } from './brain.ts'
import type { Work } from './work.ts'

const longestPhrasing = 300

export async function learnPhrasing(
  work: Work,
  order: Extract<Order, { kind: 'learn' }>,
  by: string,
): Promise<void> {
  const phrasing = maskPersonalData(order.phrasing).trim()
  if (phrasing === '' || phrasing.length > longestPhrasing) return
  const entry = (await work.tx.entries()).find(({ id }) => id === order.entryId)
  if (!entry) return
  const known = [entry.question[order.lang], ...(entry.variants[order.lang] ?? [])]
  if (known.includes(phrasing)) return
  const variants = { ...entry.variants, [order.lang]: [...(entry.variants[order.lang] ?? []), phrasing] }
  await work.tx.saveEntry({ ...entry, variants }, work.now, by)
  await noteKnowledgeChange(work.tx)
}
