// restify wants a logger of its own kind; ours is the log port, so restify's says nothing.

const silent = () => undefined

/** The methods that restify calls on its logger, each doing nothing. */
export function quietLog(): Readonly<Record<string, unknown>> {
  const log: Record<string, unknown> = { level: 'silent' }
  for (const level of ['trace', 'debug', 'info', 'warn', 'error', 'fatal']) log[level] = silent
  return Object.assign(log, { child: () => log })
}
