// A second judge behind an OpenAI-compatible endpoint: asked within a time and a budget, remembered, never trusted blindly.
import { createHash } from 'node:crypto'
import * as z from 'zod'
import type { Clock, Log, SecondJudge, SecondJudgeInput, SecondOpinion } from '../ports/index.ts'
import { messagesFor, responseFormat } from './second-prompt.ts'

export interface SecondJudgeSettings {
  /** Up to and without /chat/completions, e.g. https://api.example.com/v1 */
  url: string
  model: string
  apiKey: string | null
  timeoutMs: number
  /** Questions a day (UTC); beyond it nobody is asked. */
  callsADay: number
}

export interface SecondJudgeParts {
  settings: SecondJudgeSettings
  clock: Clock
  log: Log
  mask(text: string): string
}

const dayMs = 86_400_000
const mostRemembered = 5_000
const atOnce = 4
/** An endpoint that fails is left alone for a while. */
const restMs = 60_000
const longestReason = 300

const completion = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1),
})
const opinion = z.object({
  verdict: z.enum(['supported', 'incomplete', 'contradicted', 'unrelated', 'risky']),
  reason: z.string().transform((text) => text.slice(0, longestReason)),
})

export function createSecondJudge(parts: SecondJudgeParts): SecondJudge {
  const remembered = new Map<string, SecondOpinion>()
  const budget = createBudget(parts)
  return {
    async judge(items) {
      const opinions: (SecondOpinion | null)[] = []
      for (let at = 0; at < items.length; at += atOnce)
        opinions.push(...(await Promise.all(items.slice(at, at + atOnce).map(judgeOne))))
      return opinions
    },
  }

  async function judgeOne(item: SecondJudgeInput): Promise<SecondOpinion | null> {
    const body = JSON.stringify(bodyOf(item, parts))
    const key = createHash('sha256').update(body).digest('base64url')
    const known = remembered.get(key)
    if (known) return known
    if (!budget.spend()) return null
    const asked = await ask(body, parts.settings)
    budget.heard(asked)
    if (asked.kind === 'failed') return null
    remembered.set(key, asked.opinion)
    const [oldest] = remembered.keys()
    if (remembered.size > mostRemembered && oldest !== undefined) remembered.delete(oldest)
    return asked.opinion
  }
}

const bodyOf = (item: SecondJudgeInput, { settings, mask }: SecondJudgeParts) => ({
  model: settings.model,
  temperature: 0,
  max_tokens: 200,
  response_format: responseFormat,
  messages: messagesFor(item, mask),
})

type Asked = { kind: 'heard'; opinion: SecondOpinion } | { kind: 'failed'; reason: string }

async function ask(body: string, { url, apiKey, timeoutMs }: SecondJudgeSettings): Promise<Asked> {
  try {
    const response = await fetch(`${url.replace(/\/$/, '')}/chat/completions`, {
      method: 'POST',
      body,
      // The key must not follow to wherever an answer points.
      redirect: 'error',
      headers: {
        'content-type': 'application/json',
        ...(apiKey !== null && { authorization: `Bearer ${apiKey}` }),
      },
      signal: AbortSignal.timeout(timeoutMs),
    })
    if (!response.ok) return { kind: 'failed', reason: `answered ${response.status}` }
    const [choice] = completion.parse(await response.json()).choices
    return { kind: 'heard', opinion: opinion.parse(JSON.parse(choice?.message.content ?? '')) }
  } catch (error) {
    return { kind: 'failed', reason: reasonOf(error) }
  }
}

/** Never the words of the answer: they may quote what was asked. */
function reasonOf(error: unknown): string {
  const name = (error as { name?: unknown } | null)?.name
  if (name === 'ZodError' || name === 'SyntaxError') return 'the answer is not of the form asked for'
  return name === 'TimeoutError' ? 'no answer in time' : 'cannot be reached'
}

/** So many calls a day, and none for a while after a failure; each stop is logged once. */
function createBudget({ settings, clock, log }: SecondJudgeParts) {
  let day = -1
  let spent = 0
  let restsUntil = Number.NEGATIVE_INFINITY
  return {
    spend(): boolean {
      const now = clock.now()
      const today = Math.floor(now / dayMs)
      if (today !== day) [day, spent] = [today, 0]
      if (now < restsUntil || spent > settings.callsADay) return false
      spent += 1
      if (spent <= settings.callsADay) return true
      log.warn('The second judge has had its calls of the day.', { calls: settings.callsADay })
      return false
    },
    heard(asked: Asked): void {
      if (asked.kind === 'heard' || clock.now() < restsUntil) return
      restsUntil = clock.now() + restMs
      log.warn('The second judge is left alone for a minute.', { reason: asked.reason })
    },
  }
}
