// Calls instead of private messages: what the form may offer, what a customer asked for, and that it was done.
import { callTimes, type PageSettings, referenceOf, type Thread } from '../policy/index.ts'
import type { StoreTransaction } from '../ports/index.ts'
import type { FlowDeps } from './deps.ts'
import type { CallBackForm, Desk } from './desk.ts'
import { blotPersonalData } from './privacy.ts'
import { rootOf } from './question.ts'
import { inTransaction } from './work.ts'

/** The link stands in public: a stranger may use it, so one request does not shut out the next, up to this many. */
const mostRequests = 5
const formLivesMs = 14 * 24 * 3_600_000
const mostListed = 200

export function createCallBacks(
  deps: FlowDeps,
): Pick<Desk, 'callBackForm' | 'askCallBack' | 'callBacks' | 'callBackDone'> {
  return {
    callBackForm: (threadId) => deps.store.read((tx) => formOf(tx, threadId, deps.clock.now())),
    askCallBack: ({ threadId, name, phone, from }) =>
      inTransaction(deps, async ({ tx, now, news }) => {
        const form = await formOf(tx, threadId, now)
        if (form.kind === 'closed') return form
        const when = from === null ? null : form.times.find((time) => time.from === from)
        if (when === undefined) return { kind: 'timeGone' }
        const { pageId } = form.settings
        const id = deps.ids.next()
        const request = { id, threadId, pageId, name, phone, when, askedAt: now, doneAt: null, doneBy: null }
        await tx.insertCallBack(request)
        const sentence = `A customer asks to be called (${form.reference}).`
        await tx.audit({
          at: now,
          threadId,
          pageId,
          by: 'customer',
          what: 'callBackAsked',
          rule: null,
          sentence,
          details: { callBack: id },
        })
        news.push({ kind: 'alert', level: 'soon', threadId, sentence }, { kind: 'callBacks' })
        return { kind: 'kept', when, reference: form.reference }
      }),
    callBacks: () =>
      deps.store.read(async (tx) => {
        const calls = await tx.callBacks({ limit: mostListed })
        return Promise.all(calls.map(async (call) => ({ ...call, ...(await contextOf(tx, call.threadId)) })))
      }),
    callBackDone: ({ id, by }) =>
      inTransaction(deps, async ({ tx, now, news }) => {
        if (!(await tx.callBackDone(id, by, now))) return { kind: 'notFound' }
        await tx.audit({
          at: now,
          threadId: null,
          pageId: null,
          by,
          what: 'callBackDone',
          rule: null,
          sentence: 'The customer was called; name and number are erased.',
          details: { callBack: id },
        })
        news.push({ kind: 'callBacks' })
        return { kind: 'done', threadVersion: 0 }
      }),
  }
}

async function formOf(tx: StoreTransaction, threadId: string, now: number): Promise<CallBackForm> {
  const thread = await tx.thread(threadId)
  const settings = (await tx.settings()).find(({ pageId }) => pageId === thread?.pageId)
  if (!thread || !settings || !isOffered(thread, settings, now)) return { kind: 'closed' }
  const asked = await tx.callBacks({ threadId, limit: mostRequests })
  if (asked.filter(({ doneAt }) => doneAt === null).length >= mostRequests) return { kind: 'closed' }
  return {
    kind: 'open',
    settings,
    reference: thread.handOver?.reference ?? referenceOf(thread),
    times: callTimes(settings, now),
  }
}

/** Offered by a hand-over, for two weeks, while the question stands. */
function isOffered({ handOver, state }: Thread, { privateMeans }: PageSettings, now: number): boolean {
  if (handOver === null || state === 'gone' || privateMeans === 'none') return false
  return now - handOver.at < formLivesMs
}

async function contextOf(tx: StoreTransaction, threadId: string) {
  const thread = await tx.thread(threadId)
  return {
    question: thread ? blotPersonalData(rootOf(thread)?.text ?? '') : '',
    reference: thread?.handOver?.reference ?? '',
  }
}
