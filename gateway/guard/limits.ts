import type { CurrencyAmount } from '../../contract/common'
import type { PaymentLimit } from '../../contract/console/limits'
import type { LimitExceeded, ProposalFacts } from '../../contract/console/proposals'
import type { Clock } from '../../sandbox/effects/clock'
import { locked } from '../../storage/lock'
import type { Store } from '../../storage/open'
import { softly } from '../../storage/softly'
import { inTransaction, type Tx } from '../../storage/transaction'
import { dayIn, dayStart } from './limits-day'

const DAY_MS = 24 * 60 * 60_000
/** The API knows a reference again for a day; after that the same words are a new payment. */
export const REFERENCE_KEPT_MS = DAY_MS
const KEEP_MS = 8 * DAY_MS

type Limit = LimitExceeded['limit']
/** Whose limits, and by which clock. */
export type Spender = {
  identityId: string
  credentialId: string
  limits: readonly PaymentLimit[]
  zone: string
}
/** `sent`: the API has taken this very payment before, and will not make it again. */
export type Reserved = { ok: true; sent: boolean } | { ok: false; limit: Limit }

/** The limit that a single payment, or a row of a bulk, is over. */
export function overPerPayment(limits: readonly PaymentLimit[], largest: readonly CurrencyAmount[]): Limit | undefined {
  for (const { currency, amount } of largest) {
    const allowed = limits.find((limit) => limit.currency === currency)?.perPayment
    if (allowed !== undefined && amount > allowed) return { currency, kind: 'perPayment', allowed, spent: 0 }
  }
  return undefined
}

export const limitExceeded = (limit: Limit): Response =>
  Response.json({ errorCode: 'LIMIT_EXCEEDED', limit }, { status: 403 })

export type Spending = ReturnType<typeof createSpending>

/**
 * What everybody has paid today, and what is on its way: the rows of `gateway_spending`. Where the Multi API keeps its data
 * in this very database (`upstreamHere`), a payment is written after what is reserved for it and takes that to the disk.
 */
export function createSpending(store: Store, clock: Clock, upstreamHere: boolean) {
  const { db } = store

  /** Sums and writes of one person wait for each other, so that two payments cannot pass where one may. */
  async function alone(tx: Tx, { identityId, credentialId }: Spender): Promise<void> {
    const person = { identity_id: identityId, credential_id: credentialId }
    await tx
      .insertInto('gateway_spending_lock')
      .values(person)
      .onConflict((oc) => oc.doNothing())
      .execute()
    const mine = tx
      .selectFrom('gateway_spending_lock')
      .select('credential_id')
      .where('identity_id', '=', identityId)
      .where('credential_id', '=', credentialId)
    await locked(store.engine, mine).execute()
  }

  /** A payment that more than one call carries: the refusal of one says nothing of what became of the others. */
  const again = (tx: Tx, key: string) =>
    tx.updateTable('gateway_spending').set({ sent: 2 }).where('payment_key', '=', key).execute()

  async function overPerDay(
    tx: Tx,
    { identityId, credentialId, limits, zone }: Spender,
    totals: readonly CurrencyAmount[],
  ): Promise<Limit | undefined> {
    if (limits.every(({ perDay }) => perDay === undefined)) return undefined
    // By the instants, not the days that were written: the zone may have changed since.
    const start = dayStart(zone, clock.now())
    for (const { currency, amount } of totals) {
      const allowed = limits.find((limit) => limit.currency === currency)?.perDay
      if (allowed === undefined) continue
      const row = await tx
        .selectFrom('gateway_spending')
        .select((eb) => eb.fn.sum<number | null>('amount').as('spent'))
        .where('identity_id', '=', identityId)
        .where('credential_id', '=', credentialId)
        .where('at', '>=', start)
        .where('currency', '=', currency)
        .executeTakeFirst()
      const spent = row?.spent ?? 0
      if (spent + amount > allowed) return { currency, kind: 'perDay', allowed, spent }
    }
    return undefined
  }

  return {
    /** Whether somebody could pay this today; takes nothing. */
    async check(who: Spender, facts: ProposalFacts): Promise<Limit | undefined> {
      return (
        overPerPayment(who.limits, facts.largest) ??
        (await inTransaction(store, (tx) => overPerDay(tx, who, facts.totals)))
      )
    },

    /** Takes a payment into today's sum before it leaves, unless that would be over a limit. */
    async reserve(who: Spender, key: string, facts: ProposalFacts): Promise<Reserved> {
      const over = overPerPayment(who.limits, facts.largest)
      if (over) return { ok: false, limit: over }
      const taking = async (tx: Tx): Promise<Reserved> => {
        await alone(tx, who)
        const now = clock.now()
        const before = await tx
          .selectFrom('gateway_spending')
          .select(['sent', 'at'])
          .where('payment_key', '=', key)
          .executeTakeFirst()
        if (before && before.at > now - REFERENCE_KEPT_MS) {
          if (before.sent === 0) await again(tx, key)
          return { ok: true, sent: before.sent === 1 }
        }
        await tx.deleteFrom('gateway_spending').where('payment_key', '=', key).execute()
        const limit = await overPerDay(tx, who, facts.totals)
        if (limit) return { ok: false, limit }
        const rows = facts.totals.map(({ currency, amount }) => ({
          payment_key: key,
          currency,
          identity_id: who.identityId,
          credential_id: who.credentialId,
          day: dayIn(who.zone, now),
          amount,
          at: now,
          sent: 0 as const,
        }))
        if (rows.length > 0)
          await tx
            .insertInto('gateway_spending')
            .values(rows)
            .onConflict((oc) => oc.doNothing())
            .execute()
        return { ok: true, sent: false }
      }
      return upstreamHere
        ? softly(store, (db) => inTransaction({ ...store, db }, taking))
        : inTransaction(store, taking)
    },

    /** The only call that carried it was refused: it counts no more. What the API has taken, or may have, stays. */
    async release(key: string): Promise<void> {
      await db.deleteFrom('gateway_spending').where('payment_key', '=', key).where('sent', '=', 0).execute()
    },

    /** Should that be lost, it counts all the same: it was reserved. */
    async taken(key: string): Promise<void> {
      await softly(store, (on) =>
        on.updateTable('gateway_spending').set({ sent: 1 }).where('payment_key', '=', key).execute(),
      )
    },

    /** It never left, and never will: it counts no more, however often it was asked for. */
    async drop(key: string): Promise<void> {
      await db.deleteFrom('gateway_spending').where('payment_key', '=', key).where('sent', '!=', 1).execute()
    },

    /** Forgets days that no sum asks for any more. */
    async prune(): Promise<void> {
      await db
        .deleteFrom('gateway_spending')
        .where('at', '<', clock.now() - KEEP_MS)
        .execute()
    },
  }
}
