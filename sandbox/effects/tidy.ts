import { tidyWebhooks } from '../domain/outbox/tidy-webhooks'
import type { Sandbox } from '../sandbox'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const EVERY = 10 * MINUTE

/** Clears away what nobody may use any more, every ten minutes of the sandbox's time. */
export function createTidier(sandbox: Sandbox): { start: () => void; stop: () => Promise<void> } {
  const { clock, log } = sandbox
  let working: Promise<void> = Promise.resolve()
  let callOff = () => {}
  const round = () => {
    working = tidy(sandbox).catch((error: unknown) => log.error({ error: String(error) }, 'tidying failed'))
    callOff = clock.schedule(clock.now() + EVERY, round)
  }
  return {
    start: round,
    async stop() {
      callOff()
      await working
    },
  }
}

/**
 * Removes captured values that have expired (a secret that waits for nobody should not wait), sessions that have been
 * dead for a day, idempotency references after the day for which the vendor promises to keep them, and old webhooks.
 */
export async function tidy({ store: { db }, clock, run }: Sandbox): Promise<void> {
  const now = clock.now()
  // The row stays for a day, so that a late caller hears EXPIRED and not NOT_FOUND.
  const expired = db.updateTable('sandbox_secure_token').set({ used: 1, value_cipher: '' })
  await expired.where('expires_at', '<=', now).where('used', '=', 0).execute()
  await db
    .deleteFrom('sandbox_secure_token')
    .where('expires_at', '<=', now - DAY)
    .execute()
  await db
    .deleteFrom('sandbox_token')
    .where('idle_deadline', '<=', now - DAY)
    .execute()
  await db
    .deleteFrom('sandbox_idempotency')
    .where('created_at', '<=', now - DAY)
    .execute()
  await run(tidyWebhooks)
}
