import { managedAccountsLowBalanceWatch } from '../../../contract/events/accounts'
import { emit } from '../outbox/emit'
import type { Instrument, MoneyCtx } from './batch'

type Moved = Pick<Instrument, 'id' | 'type' | 'currency' | 'low_balance_threshold'> & {
  before: number
  after: number
}

/**
 * Tells the platform that what may be spent fell below the mark that the owner set. Only the movement that crosses the
 * mark does so: it has to rise to the mark again before the next one can.
 */
export async function warnOfLowBalance(ctx: MoneyCtx, moved: Moved): Promise<void> {
  const { id, type, currency, low_balance_threshold: mark, before, after } = moved
  if (mark === null || after >= mark || before < mark) return
  await emit(ctx, managedAccountsLowBalanceWatch, {
    id: { id, type },
    currency,
    availableBalance: after,
    publishedTimestamp: String(ctx.now()),
  })
}
