// npm run bench: how many posts a second become durable, what a match and an assessment take, start-up, memory.
import { cpus } from 'node:os'
import { measureJudging } from './speed/judging.ts'
import { measurePosting } from './speed/posting.ts'
import { measureStart } from './speed/start.ts'
import { printTable } from './speed/table.ts'

console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}\n`)
printTable('Posts from HTTP to durable, 50 connections', await measurePosting())
printTable('Judging, one at a time', await measureJudging())
printTable('The server', await measureStart())
