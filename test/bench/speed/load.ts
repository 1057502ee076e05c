// Fifty connections that post as fast as they are answered.
import { Agent, request } from 'node:http'

export interface Shot {
  path: string
  headers: Readonly<Record<string, string>>
  body: string
}

export interface Load {
  accepted: number
  perSecond: number
  /** Of each post, until it was answered. */
  ms: number[]
}

/** @param shot the nth post. @param expected the status that says "kept". */
export async function load(
  url: string,
  shot: (nth: number) => Shot,
  expected: number,
  { connections = 50, seconds = 8 } = {},
): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const ms: number[] = []
  let nth = 0
  const began = performance.now()
  const connection = async () => {
    while (performance.now() - began < seconds * 1000) {
      const sent = performance.now()
      nth += 1
      const status = await post(url, agent, shot(nth))
      if (status !== expected) throw new Error(`A post was answered ${status}, not ${expected}.`)
      ms.push(performance.now() - sent)
    }
  }
  await Promise.all(Array.from({ length: connections }, connection))
  const took = (performance.now() - began) / 1000
  agent.destroy()
  return { accepted: ms.length, perSecond: ms.length / took, ms }
}

function post(url: string, agent: Agent, { path, headers, body }: Shot): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(url + path, { method: 'POST', agent, headers }, (answer) => {
      answer.resume()
      answer.on('end', () => resolve(answer.statusCode ?? 0))
    })
    sent.on('error', reject)
    sent.end(body)
  })
}
