import type { Logger } from 'pino'
import type { Hub } from '../live/hub'
import type { Row } from './keeper'

/** Hundreds of decisions a second are one piece of news to a page that shows the last fifty. */
const TELL_EVERY_MS = 1000

export type News = ReturnType<typeof createNews>

/** Tells the tabs of an identity what is asked and decided. */
export function createNews(hub: Hub, log: Logger) {
  const due = new Map<string, { timer: NodeJS.Timeout; id: string | undefined }>()

  function tell(identityId: string, id: string): void {
    hub
      .publish(identityId, { type: 'authorisation.decided', id })
      .catch((error: unknown) => log.error({ err: error }, 'telling of an authorisation failed'))
  }

  return {
    /** At once: a person has little more than a second. Whoever asks does not wait for it: the time runs anyhow. */
    asked({ id, identity_id, kind, deadline }: Row, now: number): void {
      const event = { id, kind: kind === 'WIRE' ? 'WIRE' : 'CARD', deadline: deadline ?? now, now } as const
      hub
        .publish(identity_id, { type: 'authorisation.asked', ...event })
        .catch((error: unknown) => log.error({ err: error }, 'asking about an authorisation failed'))
    },

    /** The first at once; what follows within a second, together at its end. */
    happened(identityId: string, id: string): void {
      const open = due.get(identityId)
      if (open) {
        open.id = id
        return
      }
      tell(identityId, id)
      const timer = setTimeout(() => {
        const last = due.get(identityId)?.id
        due.delete(identityId)
        if (last !== undefined) this.happened(identityId, last)
      }, TELL_EVERY_MS).unref()
      due.set(identityId, { timer, id: undefined })
    },

    stop(): void {
      for (const { timer } of due.values()) clearTimeout(timer)
      due.clear()
    },
  }
}
