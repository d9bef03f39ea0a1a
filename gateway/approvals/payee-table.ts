import type { Clock } from '../../sandbox/effects/clock'
import type { Store } from '../../storage/open'
import { softly } from '../../storage/softly'
import type { PaymentLine } from './read-payment'

const AT_ONCE = 400

/** Who was paid before through this gateway, by an identity. */
export function createPayees(store: Store, clock: Clock) {
  const { db } = store
  const parts = (lines: readonly PaymentLine[]) => {
    const all = [...new Set(lines.map(({ payee }) => payee))]
    return Array.from({ length: Math.ceil(all.length / AT_ONCE) }, (_, at) =>
      all.slice(at * AT_ONCE, (at + 1) * AT_ONCE),
    )
  }

  return {
    /** Those of a payment's payees that were. */
    async known(identityId: string, lines: readonly PaymentLine[]): Promise<Set<string>> {
      const found = new Set<string>()
      for (const part of parts(lines)) {
        const rows = await db
          .selectFrom('gateway_payee')
          .select('payee')
          .where('identity_id', '=', identityId)
          .where('payee', 'in', part)
          .execute()
        for (const { payee } of rows) found.add(payee)
      }
      return found
    },

    /** They are now. Should that be lost, a second person looks once more than they had to. */
    async learn(identityId: string, lines: readonly PaymentLine[]): Promise<void> {
      for (const part of parts(lines)) {
        const rows = part.map((payee) => ({ identity_id: identityId, payee, first_paid_at: clock.now() }))
        await softly(store, (on) =>
          on
            .insertInto('gateway_payee')
            .values(rows)
            .onConflict((oc) => oc.doNothing())
            .execute(),
        )
      }
    },
  }
}
