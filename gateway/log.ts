import { type DestinationStream, type Logger, pino } from 'pino'
import { scrub } from './scrub'

/**
 * Structured logs, one JSON line each. Of an error only kind, message, code and stack are written, without what reads like
 * a secret: drivers hang values on to theirs (a row that was refused, say), which are nobody's business here.
 */
export function createLog(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: undefined,
    serializers: { err: describeError },
    redact: { paths: ['token', '*.token', 'password', '*.password', 'authorization', '*.authorization'], remove: true },
  }
  return destination ? pino(options, destination) : pino(options)
}

function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return { message: scrub(String(error)) }
  const { name, message, stack = '' } = error
  return { name, message: scrub(message), stack: scrub(stack), ...('code' in error && { code: error.code }) }
}
