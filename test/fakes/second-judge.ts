// A fake OpenAI-compatible endpoint on loopback: it keeps what it is asked and answers as it is told.
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Asked {
  path: string
  headers: IncomingHttpHeaders
  body: { model: string; messages: readonly { role: string; content: string }[]; response_format: unknown }
}

export type Answer =
  | { kind: 'says'; verdict: string; reason: string }
  | { kind: 'raw'; status: number; body: string; headers?: Readonly<Record<string, string>> }
  | { kind: 'silence' }

export interface FakeSecondJudge {
  url: string
  asked: Asked[]
  /** What the next requests are answered; the last one stays. */
  answers: Answer[]
  close(): Promise<void>
}

export async function openSecondJudge(): Promise<FakeSecondJudge> {
  const asked: Asked[] = []
  const answers: Answer[] = [{ kind: 'says', verdict: 'supported', reason: 'It says so.' }]
  const server = createServer(async (request, response) => {
    const pieces: Buffer[] = []
    for await (const piece of request) pieces.push(piece as Buffer)
    asked.push({
      path: request.url ?? '',
      headers: request.headers,
      body: JSON.parse(Buffer.concat(pieces).toString('utf8')) as Asked['body'],
    })
    const answer = (answers.length > 1 ? answers.shift() : answers[0]) ?? { kind: 'silence' }
    if (answer.kind === 'silence') return
    // Not chained: restify, where another test of this process has loaded it, gives nothing back.
    if (answer.kind === 'raw') {
      response.writeHead(answer.status, answer.headers)
      response.end(answer.body)
      return
    }
    const content = JSON.stringify({ verdict: answer.verdict, reason: answer.reason })
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ choices: [{ message: { role: 'assistant', content } }] }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked,
    answers,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
