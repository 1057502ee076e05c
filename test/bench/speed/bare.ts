// The yardstick: a bare node:http server that keeps each post with the same insert, in a transaction of its own, just
// as durably (WAL, synchronous=FULL). Started as a process: bare.ts FILE; prints its port.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Database from 'better-sqlite3'

const db = new Database(process.argv[2])
db.pragma('journal_mode = WAL')
db.pragma('synchronous = FULL')
const insert = db.prepare(
  `insert into inbox (tenant, channel, external_id, kind, version, thread_id, payload, received_at)
   values ('main', 'msteams', ?, 'posted', 0, ?, ?, ?) on conflict do nothing`,
)
const keep = db.transaction((body: string) => {
  const { id } = JSON.parse(body) as { id: string }
  insert.run(id, id, body, Date.now())
})

const server = createServer((request, response) => {
  const pieces: Buffer[] = []
  request.on('data', (piece: Buffer) => pieces.push(piece))
  request.on('end', () => {
    keep.immediate(Buffer.concat(pieces).toString())
    response.writeHead(200).end()
  })
})
server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port))
