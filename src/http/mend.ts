// restify replaces ServerResponse.writeHead for the whole process by one that returns nothing; others chain on it.
import { ServerResponse } from 'node:http'

type WriteHead = (this: ServerResponse, ...given: unknown[]) => ServerResponse

let mended = false

/** Gives `writeHead` its return value back; to be called once restify is loaded. */
export function mendWriteHead(): void {
  if (mended) return
  mended = true
  const replaced = ServerResponse.prototype.writeHead as WriteHead
  const chaining: WriteHead = function (...given) {
    replaced.apply(this, given)
    return this
  }
  ServerResponse.prototype.writeHead = chaining as typeof ServerResponse.prototype.writeHead
}
