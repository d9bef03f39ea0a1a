import type { Body, Bounds } from '../http/read-body'

const MB = 1024 * 1024
/** Weavr takes a fraction of a second; whoever takes longer holds memory for nothing. */
const WITHIN_MS = 10_000

/** What bodies may take of memory and time whose senders are known only once they are read. */
export const strangerBounds = (): Bounds => ({ room: { left: 32 * MB }, withinMs: WITHIN_MS })

/** How such a body is refused. Weavr sends again what was refused for want of room or time. */
export function refusedBody({ why }: Extract<Body, { ok: false }>): { status: number; code: string } {
  switch (why) {
    case 'LONG':
      return { status: 413, code: 'TOO_LARGE' }
    case 'FULL':
      return { status: 503, code: 'BUSY' }
    case 'SLOW':
      return { status: 408, code: 'TOO_SLOW' }
  }
}
